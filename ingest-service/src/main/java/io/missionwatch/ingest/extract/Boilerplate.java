package io.missionwatch.ingest.extract;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Knows the lines that sites put around their articles, in many languages. */
final class Boilerplate {

    private static final int LONGEST = 200;

    // A word with full stops of its own, such as "a.m.", ends no sentence.
    private static final Pattern SENTENCE_END =
            Pattern.compile("(?:^|\\s)[^.\\s]+[.!?\u2026]+[\"'\u201d\u00bb)]*\\s*$");

    /** A line that begins with a single known word must be as short as this: a sentence may begin with it too. */
    private static final int LONGEST_AFTER_WORD = 60;

    private final Set<String> lines = new HashSet<>();
    private final Set<String> beginnings = new HashSet<>();
    private final Set<String> doubtful = new HashSet<>();
    private int longestBeginning;

    Boilerplate() {
        for (var line : WordList.lines("boilerplate.txt")) {
            if (line.endsWith("*") || line.endsWith("+")) {
                var beginning = line.substring(0, line.length() - 1).strip();
                (line.endsWith("+") ? doubtful : beginnings).add(beginning);
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
        return plain.isEmpty() || isWhole(plain) || beginsAsKnown(plain, text);
    }

    /** Whether a line is known from its first word to its last, and not only by how it begins. */
    boolean isWholly(String text) {
        return text.length() <= LONGEST && isWhole(plain(text));
    }

    private boolean isWhole(String plain) {
        return lines.contains(plain) || beginnings.contains(plain) || doubtful.contains(plain);
    }

    private boolean beginsAsKnown(String line, String text) {
        for (int end = Math.min(longestBeginning, line.length()); end > 1; end--) {
            var beginning = isBorder(line, end) ? line.substring(0, end) : "";
            boolean isShort = line.length() <= LONGEST_AFTER_WORD;
            if (beginnings.contains(beginning)) {
                return isShort || beginning.indexOf(' ') >= 0;
            }
            if (doubtful.contains(beginning)) {
                return (isShort || line.startsWith(" 0", end))
                        && !SENTENCE_END.matcher(text).find();
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
