package io.missionwatch.enrich.events.words;

import java.util.List;

/** Writes out the forms that a lexicon abbreviates: {@code attack*} is a regular verb, {@code blast+} a noun. */
final class Forms {

    /** Ends an entry that stands for every word that begins with it: languages with many endings. */
    static final String STEM = "%";

    private Forms() {}

    static String stem(String entry) {
        return entry.substring(0, entry.length() - STEM.length());
    }

    /** A word of a text is a form of a word of the lexicon. */
    static boolean fits(String entry, String lower) {
        return entry.endsWith(STEM) ? lower.startsWith(stem(entry)) : lower.equals(entry);
    }

    static List<String> of(String word) {
        if (word.endsWith("*")) {
            return verb(word.substring(0, word.length() - 1));
        }
        if (word.endsWith("+")) {
            var noun = word.substring(0, word.length() - 1);
            return List.of(noun, withS(noun));
        }
        return List.of(word);
    }

    private static List<String> verb(String base) {
        if (base.endsWith("e")) {
            var stem = base.substring(0, base.length() - 1);
            return List.of(base, withS(base), stem + "ed", stem + "ing");
        }
        if (consonantY(base)) {
            return List.of(base, withS(base), base.substring(0, base.length() - 1) + "ied", base + "ing");
        }
        return List.of(base, withS(base), base + "ed", base + "ing");
    }

    private static String withS(String word) {
        if (consonantY(word)) {
            return word.substring(0, word.length() - 1) + "ies";
        }
        boolean hisses = word.endsWith("s")
                || word.endsWith("x")
                || word.endsWith("z")
                || word.endsWith("ch")
                || word.endsWith("sh");
        return word + (hisses ? "es" : "s");
    }

    private static boolean consonantY(String word) {
        return word.endsWith("y") && word.length() > 1 && "aeiou".indexOf(word.charAt(word.length() - 2)) < 0;
    }
}
