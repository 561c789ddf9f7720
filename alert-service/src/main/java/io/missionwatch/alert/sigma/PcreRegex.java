package io.missionwatch.alert.sigma;

import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Turns a regular expression in the PCRE flavour that Sigma names into one of Java, where the two differ: braces that
 * are no quantifier, brackets and ampersands inside a character class, POSIX classes, and named groups. Where a run of
 * any characters leads up to a plain text it stops at the first one, so that a chain of such runs does not try every
 * way to place its texts. What the expression finds stays the same.
 */
final class PcreRegex {
    private static final Pattern QUANTIFIER = Pattern.compile("\\{(?:\\d+(?:,\\d*)?|,\\d+)}");
    private static final Pattern POSIX = Pattern.compile("\\[:(\\^?)([a-z]+):]");

    private static final Pattern LEADING_RUN = Pattern.compile("(\\(\\?i\\)|)(\\.|\\\\[wWdDsS])([*+])\\??(?![+*{?])");
    private static final Pattern RUN_TO_TEXT =
            Pattern.compile("\\.([*+])\\??((?:[^\\\\.\\[\\](){}*+?^$|]|\\\\[^\\w\\s])+)(?=\\.[*+]|\\z)");

    /** Atomic groups, possessive quantifiers, references back, and comments: there it matters how a match is found. */
    private static final Pattern ORDERED = Pattern.compile("\\(\\?>|[*+?}]\\+|\\\\[1-9k]|\\(\\?P=|\\(\\?[a-zA-Z]*x");

    private final String written;
    private final boolean isOrdered;
    private final StringBuilder java = new StringBuilder();
    private int at;

    private PcreRegex(String written) {
        this.written = written;
        this.isOrdered = ORDERED.matcher(written).find();
    }

    /** Compiles the expression; the message of the exception says what is wrong and where. */
    static Pattern compile(String written, Set<Character> options) {
        int flags = Pattern.UNIX_LINES;
        flags |= options.contains('i') || written.contains("(?i") ? Pattern.UNICODE_CASE : 0;
        flags |= options.contains('i') ? Pattern.CASE_INSENSITIVE : 0;
        flags |= options.contains('m') ? Pattern.MULTILINE : 0;
        flags |= options.contains('s') ? Pattern.DOTALL : 0;
        try {
            return Pattern.compile(new PcreRegex(written).translate(), flags);
        } catch (PatternSyntaxException refused) {
            throw new IllegalArgumentException(
                    "no valid regular expression: " + refused.getDescription()
                            + (refused.getIndex() < 0 ? "" : " near position " + refused.getIndex()),
                    refused);
        } catch (StackOverflowError tooDeep) {
            throw new IllegalArgumentException("regular expression is nested too deep", tooDeep);
        }
    }

    private String translate() {
        leadingRun();
        while (at < written.length()) {
            char c = written.charAt(at);
            switch (c) {
                case '\\' -> escape();
                case '[' -> characterClass();
                case '{' -> brace();
                case '(' -> group();
                case '.' -> run();
                default -> take(1);
            }
        }
        return java.toString();
    }

    private void take(int count) {
        java.append(written, at, at + count);
        at += count;
    }

    /** What is found behind a run of characters is found behind the last of them, and not once for each of them. */
    private void leadingRun() {
        var run = LEADING_RUN.matcher(written);
        if (!isOrdered && run.lookingAt()) {
            java.append(run.group(1)).append(run.group(3).equals("+") ? run.group(2) : "");
            at = run.end();
        }
    }

    /** Of the places of a plain text on a line the first serves as well as any, where any characters may follow it. */
    private void run() {
        var run = RUN_TO_TEXT.matcher(written).region(at, written.length());
        if (!isOrdered && run.lookingAt()) {
            java.append("(?>.")
                    .append(run.group(1))
                    .append('?')
                    .append(run.group(2))
                    .append(')');
            at = run.end();
        } else {
            take(1);
        }
    }

    private void escape() {
        if (written.startsWith("\\Q", at)) {
            int end = written.indexOf("\\E", at);
            take((end < 0 ? written.length() : end + 2) - at);
        } else {
            take(Math.min(2, written.length() - at));
        }
    }

    private void brace() {
        var quantifier = QUANTIFIER.matcher(written).region(at, written.length());
        if (!isEscapeArgument() && !quantifier.lookingAt()) {
            java.append("\\{");
            at++;
        } else if (written.startsWith("{,", at)) {
            java.append("{0");
            at++;
        } else {
            take(1);
        }
    }

    /** The brace belongs to an escape such as {@code \x{41}}, {@code \p{L}} or {@code \k{name}}. */
    private boolean isEscapeArgument() {
        return at >= 2 && written.charAt(at - 2) == '\\' && "xpPkoNu".indexOf(written.charAt(at - 1)) >= 0;
    }

    private void group() {
        if (written.startsWith("(?P<", at)) {
            java.append("(?<");
            at += 4;
        } else if (written.startsWith("(?P=", at)) {
            int end = Math.max(at + 4, written.indexOf(')', at));
            java.append("\\k<").append(written, at + 4, end).append('>');
            at = Math.min(written.length(), end + 1);
        } else {
            take(1);
        }
    }

    private void characterClass() {
        take(1);
        if (at < written.length() && written.charAt(at) == '^') {
            take(1);
        }
        if (at < written.length() && written.charAt(at) == ']') {
            java.append("\\]");
            at++;
        }
        while (at < written.length() && written.charAt(at) != ']') {
            classMember();
        }
        take(at < written.length() ? 1 : 0);
    }

    private void classMember() {
        var posix = POSIX.matcher(written).region(at, written.length());
        char c = written.charAt(at);
        if (c == '\\') {
            take(Math.min(2, written.length() - at));
        } else if (posix.lookingAt()) {
            java.append(posixClass(posix.group(1).isEmpty(), posix.group(2)));
            at = posix.end();
        } else if (c == '[' || c == '&' || isHyphenBeforeClass()) {
            java.append('\\');
            take(1);
        } else {
            take(1);
        }
    }

    /** A hyphen before a shorthand such as {@code \\w} cannot be a range. */
    private boolean isHyphenBeforeClass() {
        return written.startsWith("-\\", at)
                && at + 2 < written.length()
                && "wWdDsSpP".indexOf(written.charAt(at + 2)) >= 0;
    }

    private static String posixClass(boolean positive, String name) {
        if (name.equals("word")) {
            return positive ? "\\w" : "\\W";
        }
        var property = name.equals("xdigit") ? "XDigit" : Character.toUpperCase(name.charAt(0)) + name.substring(1);
        return (positive ? "\\p{" : "\\P{") + property + "}";
    }
}
