package io.missionwatch.bench.accuracy;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A group as incident databases write it, "Moro Islamic Liberation Front (MILF)", in some of them cut off at fifty letters.
 *
 * @param name without what stands in brackets
 * @param acronym what stands in the brackets, or empty
 * @param isCutOff the name, or its acronym, has an end that the set does not give
 */
record NamedGroup(String name, String acronym, boolean isCutOff) {

    private static final int LONGEST = 50;
    private static final Pattern NO_LETTER = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Set<String> SMALL_WORDS =
            Set.of("the", "of", "for", "and", "in", "to", "de", "la", "del", "group", "organization", "organisation");
    /** Declensions and spellings differ behind it: Armenia, Armenian; Muslim, Muslims. */
    private static final int STEM = 4;

    static NamedGroup of(String coded) {
        int bracket = coded.indexOf('(');
        boolean cutOff = coded.length() == LONGEST;
        return bracket < 0
                ? new NamedGroup(coded.strip(), "", cutOff)
                : new NamedGroup(
                        coded.substring(0, bracket).strip(),
                        coded.substring(bracket + 1).replaceFirst("\\).*", "").strip(),
                        false);
    }

    /** Coders write "Unknown" where they know none, and "Other" for what their list of groups has not. */
    boolean isCoded() {
        return !name.isEmpty() && !name.equals("Unknown");
    }

    /** Whether it is a name at all. */
    boolean isName() {
        return isCoded() && !name.equals("Other");
    }

    /** As the sets' own scorer has it: the name or the acronym, without case, hyphens and other signs. */
    boolean isCalled(String name) {
        return Stream.of(this.name, acronym)
                .filter(form -> !form.isEmpty())
                .anyMatch(form -> isCutOff
                        ? ComparedName.of(name).startsWith(ComparedName.of(form))
                        : ComparedName.of(form).equals(ComparedName.of(name)));
    }

    /**
     * Whether a text names the group: its acronym stands there in capitals, or one sentence has all the words of its name in any order,
     * told by their first four letters, small words left out. What a reader must know besides, or guess, is not named.
     */
    boolean isNamedIn(String text) {
        var stems = words(name)
                .filter(word -> !SMALL_WORDS.contains(word))
                .map(NamedGroup::stem)
                .toList();
        return isName() && (hasAcronym(text) || hasAll(stems, text));
    }

    private static boolean hasAll(List<String> stems, String text) {
        return !stems.isEmpty()
                && Arrays.stream(text.split("(?<=[.!?])\\s+"))
                        .anyMatch(sentence -> stemsOf(sentence).containsAll(stems));
    }

    private boolean hasAcronym(String text) {
        return acronym.length() > 1
                && acronym.equals(acronym.toUpperCase(Locale.ROOT))
                && NO_LETTER.splitAsStream(text).anyMatch(acronym::equals);
    }

    private static List<String> stemsOf(String text) {
        return words(text).map(NamedGroup::stem).toList();
    }

    private static Stream<String> words(String text) {
        return NO_LETTER.splitAsStream(text.toLowerCase(Locale.ROOT)).filter(word -> !word.isEmpty());
    }

    private static String stem(String word) {
        return word.length() <= STEM ? word : word.substring(0, STEM);
    }
}
