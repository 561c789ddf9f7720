package io.missionwatch.enrich.missions;

import io.missionwatch.enrich.budget.Budget;
import io.missionwatch.enrich.places.Countries;
import io.missionwatch.enrich.places.PlaceTag;
import io.missionwatch.enrich.text.Document;
import io.missionwatch.enrich.text.Resources;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Finds the foreign missions that an article speaks of: "the Russian Embassy in Kabul", "Saudi diplomats", "foreign
 * missions". A demonym is a sender, never a place; a state has no mission in itself; a city is named, or is the capital of
 * a host state that is named and then marked as inferred.
 */
public final class MissionTagger {

    private final Countries countries;
    private final MissionGrammar english;
    private final Map<String, MissionGrammar> others;

    /** A tagger; reads its word lists from the class path. */
    public MissionTagger(Countries countries) {
        this.countries = countries;
        this.english = MissionGrammar.english(countries);
        this.others = Resources.lines("missions/languages.txt").stream()
                .collect(Collectors.toUnmodifiableMap(
                        language -> language, language -> MissionGrammar.of(language, countries)));
    }

    /** The missions of an article, however long it takes. */
    public List<MissionTag> tagsIn(Document document, List<PlaceTag> places) {
        return tagsIn(document, places, Budget.unlimited());
    }

    /**
     * The missions of an article in the order of their first mention, each once with all its mentions.
     *
     * @param places the places that the article names
     * @param budget the time that is left for the article
     */
    public List<MissionTag> tagsIn(Document document, List<PlaceTag> places, Budget budget) {
        var grammar = document.language().map(others::get).orElse(english);
        var words = grammar.words();
        var hosts = new HostFinder(words, document, new PlaceTokens(words, places, document.dateline()));
        var antecedents = new Antecedents(document);
        var owners = new Owners(words, grammar.senders(), document);
        var register = new MissionRegister(document, countries);
        var seen = new ArrayList<Sighting>();
        for (var sighting : grammar.finder().in(document)) {
            budget.check("missions");
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
        return register.tags(new Speakers(words, grammar.senders(), document));
    }
}
