package io.missionwatch.ingest.extract;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Knows the lines that sites put around their articles, in many languages. */
final class Boilerplate {

    private static final int LONGEST = 200;

    /** A line that begins with a single known word must be as short as this: a sentence may begin with it too. */
    private static final int LONGEST_AFTER_WORD = 60;

    private final Set<String> lines = new HashSet<>();
    private final Set<String> beginnings = new HashSet<>();
    private int longestBeginning;

    Boilerplate() {
        for (var line : WordList.lines("boilerplate.txt")) {
            if (line.endsWith("*")) {
                var beginning = line.substring(0, line.length() - 1).strip();
                beginnings.add(beginning);
                longestBeginning = Math.max(longestBeginning, beginning.length());
            } else {
                lines.add(line);
            }
        }
    }

    /** Whether a line is known to be no part of an article. */
    boolean is(String text) {
        if (text.length() > LONGEST) {
            return false;
        }
        var plain = plain(text);
        return plain.isEmpty() || lines.contains(plain) || beginsAsKnown(plain);
    }

    private boolean beginsAsKnown(String line) {
        for (int end = Math.min(longestBeginning, line.length()); end > 1; end--) {
            if (isBorder(line, end) && beginnings.contains(line.substring(0, end))) {
                boolean oneWord = line.lastIndexOf(' ', end - 1) < 0;
                return !oneWord || line.length() <= LONGEST_AFTER_WORD;
            }
        }
        return false;
    }

    private static boolean isBorder(String line, int end) {
        return end == line.length()
                || !Character.isLetter(line.charAt(end - 1))
                || !Character.isLetter(line.charAt(end))
                || Character.isIdeographic(line.charAt(end - 1));
    }

    /** In lower case, without marks at either end, every digit a zero. */
    private static String plain(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && !isWritten(text.charAt(start))) {
            start++;
        }
        while (end > start && !isWritten(text.charAt(end - 1))) {
            end--;
        }
        var plain = new StringBuilder(text.substring(start, end).toLowerCase(Locale.ROOT));
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            plain.setCharAt(i, Character.isDigit(c) ? '0' : c == '\u2019' ? '\'' : c);
        }
        return plain.toString();
    }

    private static boolean isWritten(char c) {
        return Character.isLetterOrDigit(c) || c == '\u00a9';
    }
}
