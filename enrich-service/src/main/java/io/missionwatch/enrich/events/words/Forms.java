package io.missionwatch.enrich.events.words;

import java.util.Arrays;
import java.util.List;

/** Writes out the forms that a lexicon abbreviates: {@code attack*} is a regular verb, {@code blast+} a noun, {@code his/her} either word. */
final class Forms {

    /** Ends an entry that stands for every word that begins with it: languages with many endings. */
    static final String STEM = "%";

    private static final String OR = "/";

    private Forms() {}

    static String stem(String entry) {
        return entry.substring(0, entry.length() - STEM.length());
    }

    /** Words of the lexicon that stand side by side; whether each is a stem is found out once. */
    static Row row(List<String> entries) {
        var words = new String[entries.size()];
        var stems = new boolean[words.length];
        for (int at = 0; at < words.length; at++) {
            stems[at] = entries.get(at).endsWith(STEM);
            words[at] = stems[at] ? stem(entries.get(at)) : entries.get(at);
        }
        return new Row(words, stems);
    }

    /** A row of words and stems. */
    static final class Row {
        private final String[] words;
        private final boolean[] stems;

        private Row(String[] words, boolean[] stems) {
            this.words = words;
            this.stems = stems;
        }

        int size() {
            return words.length;
        }

        /**
         * The token after those that are forms of these words from a token on, or -1 where one is not.
         *
         * @param known so many of the words are known to be there
         */
        int endIn(Wording text, int first, int known) {
            if (first + words.length > text.size()) {
                return -1;
            }
            for (int at = known; at < words.length; at++) {
                var lower = text.token(first + at).lower();
                if (stems[at] ? !lower.startsWith(words[at]) : !lower.equals(words[at])) {
                    return -1;
                }
            }
            return first + words.length;
        }
    }

    static List<String> of(String word) {
        if (word.contains(OR)) {
            return Arrays.stream(word.split(OR, -1))
                    .flatMap(one -> of(one).stream())
                    .toList();
        }
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
