package io.missionwatch.enrich.places;

import java.util.Locale;

/** The words and marks on either side of a stretch of text, as far as they tell what the stretch is. */
final class Surroundings {
    private static final String SENTENCE_ENDS = ".!?:;\n\"\u201c\u201d\u2014\u2013(";

    private static final int LONGEST_PARTY = 3;

    private final CharSequence text;
    private final int start;
    private final int end;
    private final boolean isCaseless;
    private String previous;
    private String next;

    Surroundings(CharSequence text, int start, int end, boolean isCaseless) {
        this.isCaseless = isCaseless;
        this.text = text;
        this.start = start;
        this.end = end;
    }

    /** The word just before, with a period that belongs to it; empty if anything but one space lies between. */
    String previous() {
        if (previous == null) {
            previous = wordBefore(start);
        }
        return previous;
    }

    /** The word before the one before. */
    String beforePrevious() {
        return wordBefore(start - previous().length() - 1);
    }

    /** The third word to the left. */
    String wordBeforeThat() {
        var before = beforePrevious();
        return before.isEmpty() ? "" : wordBefore(start - previous().length() - 1 - before.length() - 1);
    }

    /** The word just after; empty if anything but one space lies between. */
    String next() {
        if (next == null) {
            next = wordAfter(end);
        }
        return next;
    }

    /** The word after the next one. */
    String afterNext() {
        return wordAfter(end + 1 + next().length());
    }

    /** The word that follows a possessive: "government" in "Russia's government". */
    String possessed() {
        return isPossessive() ? wordAfter(end + 2) : "";
    }

    /** The word after the possessed one: "envoy" in "Moscow's presidential envoy". */
    String afterPossessed() {
        var possessed = possessed();
        return possessed.isEmpty() ? "" : wordAfter(end + 2 + 1 + possessed.length());
    }

    boolean isPossessive() {
        return end + 1 < text.length()
                && (text.charAt(end) == '\'' || text.charAt(end) == '\u2019')
                && text.charAt(end + 1) == 's';
    }

    /** The mark that follows at once, or a space. */
    char markAfter() {
        return end < text.length() ? text.charAt(end) : ' ';
    }

    char markBefore() {
        return start > 0 ? text.charAt(start - 1) : ' ';
    }

    /** Whether a dash follows, as after the place in which a report was written. */
    boolean leadsIntoDash() {
        var at = end;
        while (at < text.length() && at < end + 2 && isSpace(text.charAt(at))) {
            at++;
        }
        return at < text.length()
                && (text.charAt(at) == '\u2014'
                        || text.charAt(at) == '\u2013'
                        || (text.charAt(at) == '-' && at > end)
                        || text.charAt(at) == '(');
    }

    /** Whether a party stands before it, as in "D-Raleigh". */
    boolean followsParty() {
        var at = start - 1;
        if (at < 1 || text.charAt(at) != '-') {
            return false;
        }
        var first = at;
        while (first > 0 && Character.isUpperCase(text.charAt(first - 1))) {
            first--;
        }
        return first < at && at - first <= LONGEST_PARTY && (first == 0 || !Character.isLetter(text.charAt(first - 1)));
    }

    boolean startsSentence() {
        return isSentenceStart(start);
    }

    /** Whether the word before begins its sentence, so that its capital says nothing. */
    boolean previousStartsSentence() {
        return isSentenceStart(start - previous().length() - 1);
    }

    private boolean isSentenceStart(int position) {
        var at = position - 1;
        while (at >= 0 && (text.charAt(at) == ' ' || text.charAt(at) == '\u00a0')) {
            at--;
        }
        return at < 0 || SENTENCE_ENDS.indexOf(text.charAt(at)) >= 0;
    }

    private String wordBefore(int position) {
        var last = position - 1;
        if (last < 1 || !isSpace(text.charAt(last))) {
            return "";
        }
        var first = last;
        while (first > 0 && isWordPart(text.charAt(first - 1))) {
            first--;
        }
        return word(first, last);
    }

    private String wordAfter(int position) {
        if (position + 1 >= text.length() || position < 0 || !isSpace(text.charAt(position))) {
            return "";
        }
        var last = position + 1;
        while (last < text.length() && isWordPart(text.charAt(last))) {
            last++;
        }
        return word(position + 1, last);
    }

    /** Where everything is in capitals, small letters mislead less. */
    private String word(int first, int last) {
        var word = text.subSequence(first, last).toString();
        return isCaseless ? word.toLowerCase(Locale.ROOT) : word;
    }

    private static boolean isSpace(char mark) {
        return mark == ' ' || mark == '\u00a0';
    }

    private static boolean isWordPart(char mark) {
        return Character.isLetterOrDigit(mark)
                || mark == '.'
                || mark == '-'
                || mark == '\''
                || mark == '\u2019'
                || mark == '&';
    }
}
