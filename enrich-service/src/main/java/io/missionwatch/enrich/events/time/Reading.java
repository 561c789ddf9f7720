package io.missionwatch.enrich.events.time;

import io.missionwatch.enrich.events.time.TimeWords.Kind;
import io.missionwatch.enrich.text.Token;
import java.util.List;

/** One sentence under the eyes of the time reader. */
final class Reading {

    private final TimeWords words;
    private final List<Token> tokens;
    private final Anchor anchor;
    /** The kinds of each token as bits. */
    private final int[] kinds;

    Reading(TimeWords words, List<Token> tokens, int[] kinds, Anchor anchor) {
        this.words = words;
        this.tokens = tokens;
        this.anchor = anchor;
        this.kinds = kinds;
    }

    Anchor anchor() {
        return anchor;
    }

    Token token(int at) {
        return tokens.get(at);
    }

    boolean has(int at) {
        return at >= 0 && at < kinds.length;
    }

    /** A number or a word that times are told with. */
    boolean maySpeakOfTime(int at) {
        return kinds[at] != 0 || tokens.get(at).isNumber();
    }

    /** A number or a word that an expression can begin with. */
    boolean mayOpen(int at) {
        return tokens.get(at).isNumber()
                || ((kinds[at] & Kind.OPENING) != 0 && !tokens.get(at).isPunctuation());
    }

    boolean is(int at, Kind kind) {
        return has(at) && (kinds[at] & kind.bit()) != 0;
    }

    boolean is(int at, String lower) {
        return has(at) && tokens.get(at).is(lower);
    }

    /** A landmark of one word or two ("seized power") ends before a token. */
    boolean landmarkEnds(int end, Kind kind) {
        if (is(end - 1, kind) || !has(end - 2) || !has(end - 1)) {
            return is(end - 1, kind);
        }
        var both = token(end - 2).lower() + "-" + token(end - 1).lower();
        return (words.kindsOf(both) & kind.bit()) != 0;
    }

    int value(int at, Kind kind) {
        return words.value(tokens.get(at).lower(), kind);
    }

    /** The number that a token writes in digits, or -1: 12, 12th, 1,200. */
    int digits(int at) {
        if (!has(at) || !tokens.get(at).isNumber()) {
            return -1;
        }
        var text = tokens.get(at).lower();
        int number = 0;
        int length = 0;
        while (length < text.length() && Character.isDigit(text.charAt(length))) {
            number = number * 10 + Character.digit(text.charAt(length), 10);
            length++;
            if (length > 5) {
                return -1;
            }
        }
        var rest = text.substring(length);
        boolean plain =
                rest.isEmpty() || rest.equals("st") || rest.equals("nd") || rest.equals("rd") || rest.equals("th");
        return plain ? number : -1;
    }

    /** A number in digits or in a word, or -1. */
    int number(int at) {
        int digits = digits(at);
        return digits >= 0 || !is(at, Kind.NUMBER) ? digits : value(at, Kind.NUMBER);
    }

    boolean isYear(int at) {
        int year = digits(at);
        return year >= 1900 && year <= 2099 && tokens.get(at).text().length() == 4;
    }

    TimeExpression expression(int first, int end, TimeRelation relation, Occurrence when, String reason) {
        // A span is not when something happened, only since when it has.
        var then = relation == TimeRelation.SPAN ? Occurrence.UNKNOWN : when;
        return new TimeExpression(first, end, relation, then, false, reason);
    }

    TimeExpression lookingRight(int first, int end, TimeRelation relation, String reason) {
        return new TimeExpression(first, end, relation, Occurrence.UNKNOWN, true, reason);
    }
}
