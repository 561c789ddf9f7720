package io.missionwatch.enrich.reference;

import io.missionwatch.enrich.actors.Actor;
import io.missionwatch.enrich.actors.ActorLexicon;
import io.missionwatch.enrich.actors.ListedActor;
import io.missionwatch.enrich.places.Countries;
import io.missionwatch.enrich.places.Gazetteer;
import io.missionwatch.enrich.places.PlaceAddition;
import io.missionwatch.enrich.text.LanguageDetector;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * What the taggers know: actors and places, with a version that says what of. Immutable; a change makes another.
 *
 * @param version a hash of the built-in data, and after a plus sign one of what was added to it
 */
public record ReferenceData(ActorLexicon lexicon, Gazetteer gazetteer, String version) {

    /** What comes with the service; actors, and then what tells languages, are read while places are. */
    public static ReferenceData builtIn() {
        var countries = Countries.load();
        var lexicon = CompletableFuture.supplyAsync(() -> ActorLexicon.load(countries));
        var version = lexicon.thenApply(read -> ReferenceVersion.builtIn(countries))
                .whenComplete((read, fault) -> LanguageDetector.readAhead());
        var gazetteer = Gazetteer.load(countries);
        return new ReferenceData(lexicon.join(), gazetteer, version.join());
    }

    /**
     * With actors and places added, each of which replaces the one that has its id. Meant for what comes with the service:
     * what was added before stays.
     *
     * @throws IllegalArgumentException for a place or an actor that does not pass its own check
     */
    public ReferenceData with(Collection<ListedActor> actors, Collection<PlaceAddition> places) {
        if (actors.isEmpty() && places.isEmpty()) {
            return this;
        }
        List<Actor> all = new ArrayList<>(lexicon.actors());
        actors.forEach(actor -> all.add(actor.spelledOut()));
        return new ReferenceData(
                actors.isEmpty() ? lexicon : ActorLexicon.of(all, gazetteer.countries()),
                places.isEmpty() ? gazetteer : gazetteer.with(List.copyOf(places)),
                version + '+' + ReferenceVersion.of(actors, places));
    }
}
