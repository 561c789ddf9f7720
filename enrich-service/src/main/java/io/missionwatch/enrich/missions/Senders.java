package io.missionwatch.enrich.missions;

import io.missionwatch.enrich.places.Countries;
import io.missionwatch.enrich.text.Token;
import io.missionwatch.enrich.text.WordMap;
import io.missionwatch.enrich.text.WordSet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;

/** Finds names, demonyms and organisations in a row of tokens, going from a token to the left or to the right. */
final class Senders {

    private final Countries countries;
    private final WordMap<List<SenderName>> byFirstWord;
    private final WordMap<List<SenderName>> byLastWord;
    private final List<String> organisationsOpenWith;
    private final WordSet governments;
    private final WordSet opening;

    /**
     * A sender in the text.
     *
     * @param start its first token
     * @param end the token after its last
     */
    record Found(Sender sender, int start, int end) {}

    Senders(Countries countries, List<SenderName> names) {
        this.countries = countries;
        var byFirst = new HashMap<String, List<SenderName>>();
        var byLast = new HashMap<String, List<SenderName>>();
        for (var name : longestFirst(names)) {
            byFirst.computeIfAbsent(name.first(), word -> new ArrayList<>(1)).add(name);
            byLast.computeIfAbsent(name.last(), word -> new ArrayList<>(1)).add(name);
        }
        byFirstWord = WordMap.of(byFirst);
        byLastWord = WordMap.of(byLast);
        organisationsOpenWith = names.stream()
                .filter(name -> name.sender().organisation().isPresent())
                .map(SenderName::first)
                .toList();
        governments = WordSet.of(countries.governmentWords());
        opening = governments.with(byFirst.keySet());
    }

    /** The words with which a sender may begin. */
    WordSet opening() {
        return opening;
    }

    private static List<SenderName> longestFirst(List<SenderName> names) {
        return names.stream()
                .sorted(Comparator.comparing((SenderName name) -> name.words().size())
                        .reversed())
                .toList();
    }

    /** The first words of all names of organisations. */
    List<String> openingOrganisations() {
        return organisationsOpenWith;
    }

    /** The longest sender whose last token is {@code last}. */
    Optional<Found> endingAt(List<Token> tokens, int last, boolean caseless) {
        var names = byLastWord.get(tokens.get(last), List.of());
        for (var at = 0; at < names.size(); at++) {
            var name = names.get(at);
            var start = last - name.words().size() + 1;
            if (name.stands(tokens, start, caseless)) {
                return Optional.of(new Found(name.sender(), start, last + 1));
            }
        }
        return Optional.empty();
    }

    /** The longest sender whose first token is {@code first}. */
    Optional<Found> startingAt(List<Token> tokens, int first, boolean caseless) {
        var names = byFirstWord.get(tokens.get(first), List.of());
        for (var at = 0; at < names.size(); at++) {
            var name = names.get(at);
            if (name.stands(tokens, first, caseless)) {
                return Optional.of(
                        new Found(name.sender(), first, first + name.words().size()));
            }
        }
        return Optional.empty();
    }

    /** The state whose government goes by the token: "Moscow" in "Moscow's embassy". */
    Optional<Found> governmentAt(List<Token> tokens, int index) {
        var token = tokens.get(index);
        return governments.has(token) && token.isCapitalised()
                ? countries
                        .byMetonym(token.text())
                        .or(() -> countries.byCapital(token.text()))
                        .map(country -> new Found(Sender.state(country.iso2()), index, index + 1))
                : Optional.empty();
    }
}
