package io.missionwatch.enrich.text;

import java.util.ArrayList;
import java.util.List;

/**
 * Where paragraphs begin and end. A new line ends a paragraph, except in text wrapped by hand (wire copy of the teletype age), where
 * only an empty line does.
 */
final class Paragraphs {

    private static final int WIDEST_TELETYPE_LINE = 100;
    private static final int FEWEST_LINES = 3;

    private Paragraphs() {}

    static List<Span> of(Field field, String text) {
        boolean wrapped = wrapped(text);
        var paragraphs = new ArrayList<Span>();
        int start = 0;
        int at = 0;
        while (at < text.length()) {
            int lineEnd = lineEnd(text, at);
            int next = Math.min(text.length(), lineEnd + 1);
            if (lineEnd == text.length() || !wrapped || blank(text, next, lineEnd(text, next))) {
                add(paragraphs, field, text, start, lineEnd);
                start = next;
            }
            at = Math.max(next, at + 1);
        }
        return List.copyOf(paragraphs);
    }

    private static void add(List<Span> paragraphs, Field field, String text, int from, int to) {
        int start = from;
        int end = to;
        while (start < end && white(text.charAt(start))) {
            start++;
        }
        while (end > start && white(text.charAt(end - 1))) {
            end--;
        }
        if (start < end) {
            paragraphs.add(new Span(field, start, end));
        }
    }

    /** Most lines that another follows are cut in mid-sentence, none is long, and empty lines part the paragraphs. */
    private static boolean wrapped(String text) {
        int lines = 0;
        int cut = 0;
        boolean parted = false;
        for (int at = 0; at < text.length(); ) {
            int end = lineEnd(text, at);
            if (end - at > WIDEST_TELETYPE_LINE) {
                return false;
            }
            if (blank(text, at, end)) {
                parted = true;
            } else if (end + 1 < text.length() && !blank(text, end + 1, lineEnd(text, end + 1))) {
                lines++;
                cut += closes(text, at, end) ? 0 : 1;
            }
            at = end + 1;
        }
        return lines >= FEWEST_LINES && parted && cut * 2 > lines;
    }

    private static boolean closes(String text, int start, int end) {
        int last = end - 1;
        while (last >= start && white(text.charAt(last))) {
            last--;
        }
        return last >= start && ".!?:\"\u201d\u061f\u06d4\u3002".indexOf(text.charAt(last)) >= 0;
    }

    private static int lineEnd(String text, int from) {
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n' || c == '\r' || c == '\u2028' || c == '\u2029') {
                return i;
            }
        }
        return text.length();
    }

    private static boolean blank(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (!white(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean white(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\ufeff';
    }
}
