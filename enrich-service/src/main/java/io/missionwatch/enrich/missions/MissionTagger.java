package io.missionwatch.enrich.missions;

import io.missionwatch.enrich.places.Countries;
import io.missionwatch.enrich.places.PlaceTag;
import io.missionwatch.enrich.text.Document;
import io.missionwatch.enrich.text.Resources;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the foreign missions that an article speaks of: "the Russian Embassy in Kabul", "Saudi diplomats", "foreign
 * missions". A demonym is a sender, never a place; a state has no mission in itself; a city is named, or is the capital of
 * a host state that is named and then marked as inferred.
 */
public final class MissionTagger {

    private final MissionWords words = MissionWords.load();
    private final Countries countries;
    private final Senders senders;

    /** A tagger; reads its word lists from the class path. */
    public MissionTagger(Countries countries) {
        this.countries = countries;
        this.senders = new Senders(
                countries,
                Resources.lines("missions/organisations.tsv").stream()
                        .map(line -> line.split("\t"))
                        .toList());
    }

    /**
     * The missions of an article in the order of their first mention, each once with all its mentions.
     *
     * @param places the places that the article names
     */
    public List<MissionTag> tagsIn(Document document, List<PlaceTag> places) {
        var hosts = new HostFinder(words, document, new PlaceTokens(places));
        var antecedents = new Antecedents(document);
        var owners = new Owners(words, senders, document);
        var register = new MissionRegister(document, countries);
        var seen = new ArrayList<Sighting>();
        for (var sighting : new SightingFinder(words, senders).in(document)) {
            if (hosts.isAtHome(sighting)) {
                continue;
            }
            var back = antecedents.of(sighting, seen);
            if (back.isPresent() && !sighting.isOwnedByThem()) {
                register.addMention(sighting, back.get());
            } else {
                owners.of(sighting).stream()
                        .filter(found -> !hosts.areAtHome(found, sighting))
                        .findFirst()
                        .ifPresent(found -> sighting.senders().addAll(found));
                register.add(sighting, hosts.of(sighting));
            }
            seen.add(sighting);
        }
        return register.tags();
    }
}
