package io.missionwatch.enrich.places;

import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The words that tell places from persons, organisations and ordinary words. */
final class ClueWords {
    private final Map<String, Set<String>> groups;
    private final Set<String> givenNames = new HashSet<>();
    private final Set<String> englishWords = new HashSet<>();

    private ClueWords(Map<String, Set<String>> groups) {
        this.groups = groups;
        TabSeparated.forEachLine("given-names.txt", givenNames::add);
        TabSeparated.forEachLine("english-words.txt.gz", englishWords::add);
    }

    static ClueWords load() {
        return new ClueWords(TabSeparated.rows("clue-words.tsv").stream()
                .collect(Collectors.toUnmodifiableMap(
                        row -> row.get(0), row -> Set.of(row.get(1).split(" ")))));
    }

    boolean is(String group, String word) {
        return !word.isEmpty() && groups.get(group).contains(word);
    }

    /** As {@link #is}, with a period at the end of the word left out. */
    boolean isAbbreviated(String group, String word) {
        return is(group, word.endsWith(".") ? word.substring(0, word.length() - 1) : word);
    }

    boolean isGivenName(String word) {
        return givenNames.contains(word);
    }

    /** Whether English has the word in lower case. */
    boolean isCommonWord(String word) {
        return englishWords.contains(word.toLowerCase(Locale.ROOT));
    }
}
