package io.missionwatch.enrich.missions;

import io.missionwatch.enrich.text.Token;
import io.missionwatch.enrich.text.WordMap;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Phrases of one or more lower-case words, each with what it stands for; finds the longest that begins at a token.
 *
 * @param <T> what a phrase stands for
 */
final class Phrases<T> {

    private final WordMap<List<Entry<T>>> byFirstWord;
    private final Set<String> firstWords;

    private record Entry<T>(List<String> words, T meaning) {}

    /**
     * A phrase that was found.
     *
     * @param end the token after its last
     */
    record Found<T>(T meaning, int end) {}

    Phrases(Map<String, T> meanings) {
        var entries = new HashMap<String, List<Entry<T>>>();
        meanings.forEach((phrase, meaning) -> {
            var words = List.of(phrase.split(" "));
            entries.computeIfAbsent(words.get(0), first -> new ArrayList<>()).add(new Entry<>(words, meaning));
        });
        entries.values()
                .forEach(alike -> alike.sort(
                        Comparator.comparing((Entry<T> entry) -> entry.words().size())
                                .reversed()));
        byFirstWord = WordMap.of(entries);
        firstWords = Set.copyOf(entries.keySet());
    }

    /** The words with which phrases begin. */
    Set<String> firstWords() {
        return firstWords;
    }

    Optional<Found<T>> at(List<Token> tokens, int index) {
        var candidates = byFirstWord.get(tokens.get(index), List.of());
        for (var at = 0; at < candidates.size(); at++) {
            var entry = candidates.get(at);
            if (matches(entry.words(), tokens, index)) {
                return Optional.of(
                        new Found<>(entry.meaning(), index + entry.words().size()));
            }
        }
        return Optional.empty();
    }

    private static boolean matches(List<String> words, List<Token> tokens, int index) {
        if (index + words.size() > tokens.size()) {
            return false;
        }
        for (var i = 1; i < words.size(); i++) {
            if (!tokens.get(index + i).is(words.get(i))) {
                return false;
            }
        }
        return true;
    }
}
