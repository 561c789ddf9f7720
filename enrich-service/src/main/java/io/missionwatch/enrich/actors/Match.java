package io.missionwatch.enrich.actors;

import io.missionwatch.enrich.actors.ActorLexicon.CountryWord;
import io.missionwatch.enrich.actors.ActorLexicon.Entry;
import io.missionwatch.enrich.actors.ActorLexicon.Named;
import io.missionwatch.enrich.actors.ActorLexicon.NoActor;
import io.missionwatch.enrich.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One stretch of text with all that its words can mean.
 *
 * @param first the number of its first token in the document
 * @param after the number of the first token behind it
 * @param named the actors that go by this name
 * @param country the country that it names or means as an adjective
 * @param looksOnly it is one of the phrases that only look like an actor's name
 */
record Match(Span span, int first, int after, List<Named> named, Optional<CountryWord> country, boolean looksOnly) {

    static Match of(Span span, int first, int after, List<Entry> entries) {
        var named = new ArrayList<Named>(0);
        Optional<CountryWord> country = Optional.empty();
        boolean looksOnly = false;
        for (var entry : entries) {
            if (entry instanceof Named actor) {
                named.add(actor);
            } else if (entry instanceof CountryWord word && (country.isEmpty() || isRather(word, country.get()))) {
                country = Optional.of(word);
            } else if (entry instanceof NoActor) {
                looksOnly = true;
            }
        }
        return new Match(span, first, after, named, country, looksOnly);
    }

    /** "US" is the name of a country before it is an adjective. */
    private static boolean isRather(CountryWord word, CountryWord other) {
        return other.adjective() && !word.adjective();
    }

    /** Some actor goes by this name in some countries only. */
    boolean isBoundToPlaces() {
        for (var one : named) {
            if (one.scope().isLocal()) {
                return true;
            }
        }
        return false;
    }

    boolean isActor() {
        return !named.isEmpty() && !looksOnly;
    }
}
