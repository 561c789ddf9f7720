package io.missionwatch.enrich.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds quotations, in double or single marks, and the words beside a verb of speaking that name the speaker. A paragraph that opens
 * with a mark and never closes it goes on in the next; what is quoted beside words of somebody, without a verb of its own, is theirs.
 */
final class Quotations {

    private static final int LONGEST_SPEAKER = 14;
    private static final WordSet QUOTES = WordSet.of("\"", "'");
    private static final WordSet MARKS = WordSet.of(",", ":", "-", "--", "\u2014");
    private static final WordSet BOUNDS = WordSet.of(",", ";", ":", "\"", "!", "?", "\u2014", "--");
    private static final WordSet SPEECH = WordSet.read("text/speech-verbs.txt");
    private static final WordSet NOBODY = WordSet.read("text/not-speakers.txt");

    private final List<Token> tokens;
    private final int[] paragraphs;
    private final int[] sentences;
    private final List<Quoted> found = new ArrayList<>();

    /** Tokens between marks, both included, and who speaks; {@code open} if the next paragraph goes on with it. */
    private record Quoted(int from, int to, boolean open, Optional<Span> speaker) {
        Quoted by(Optional<Span> other) {
            return new Quoted(from, to, open, other);
        }
    }

    private Quotations(List<Token> tokens, List<Sentence> sentences) {
        this.tokens = tokens;
        this.paragraphs = new int[tokens.size()];
        this.sentences = new int[tokens.size()];
        int at = 0;
        for (int number = 0; number < sentences.size(); number++) {
            var sentence = sentences.get(number);
            int paragraph = sentence.field() == Field.TITLE ? -1 - sentence.paragraph() : sentence.paragraph();
            for (int end = at + sentence.tokens().size(); at < end; at++) {
                this.paragraphs[at] = paragraph;
                this.sentences[at] = number;
            }
        }
    }

    static List<Quotation> of(List<Token> tokens, List<Sentence> sentences) {
        if (QUOTES.next(tokens, 0) == tokens.size()) {
            return List.of();
        }
        var quotations = new Quotations(tokens, sentences);
        quotations.find();
        quotations.goOn();
        return quotations.found.stream()
                .map(quoted -> new Quotation(
                        tokens.get(quoted.from())
                                .span()
                                .to(tokens.get(quoted.to()).span()),
                        quoted.speaker()))
                .toList();
    }

    private void find() {
        for (int at = QUOTES.next(tokens, 0); at < tokens.size(); at = QUOTES.next(tokens, at + 1)) {
            var mark = tokens.get(at);
            if (mark.is("\"") || (mark.is("'") && opensSingle(at))) {
                int close = mark.is("\"") ? closeOf(at) : closeOfSingle(at);
                if (close > at) {
                    found.add(new Quoted(at, close, false, speaker(at, close)));
                    at = close;
                } else if (mark.is("\"") && goesOnAfter(at)) {
                    int end = paragraphEnd(at);
                    found.add(new Quoted(at, end - 1, true, speaker(at, end)));
                    at = end - 1;
                }
            }
        }
    }

    private int closeOf(int open) {
        for (int at = open + 1; at < tokens.size() && paragraphs[at] == paragraphs[open]; at++) {
            if (tokens.get(at).is("\"")) {
                return at;
            }
        }
        return open;
    }

    private boolean opensSingle(int at) {
        boolean apart = at == 0 || !tokens.get(at - 1).touches(tokens.get(at));
        return apart && at + 1 < tokens.size() && tokens.get(at).touches(tokens.get(at + 1));
    }

    /** A single mark closes after a mark or before one; else it may be the apostrophe of "the Talibans' men". */
    private int closeOfSingle(int open) {
        int apostrophe = open;
        for (int at = open + 2; at < tokens.size() && paragraphs[at] == paragraphs[open]; at++) {
            if (tokens.get(at).is("\"") || (tokens.get(at).is("'") && opensSingle(at))) {
                return apostrophe;
            }
            if (tokens.get(at).is("'") && tokens.get(at - 1).touches(tokens.get(at))) {
                if (tokens.get(at - 1).isPunctuation() || !isWord(at + 1)) {
                    return at;
                }
                apostrophe = apostrophe == open ? at : apostrophe;
            }
        }
        return apostrophe;
    }

    private boolean isWord(int at) {
        return at < tokens.size() && !tokens.get(at).isPunctuation();
    }

    private int paragraphEnd(int at) {
        int end = at;
        while (end < tokens.size() && paragraphs[end] == paragraphs[at]) {
            end++;
        }
        return end;
    }

    /** The next paragraph opens with a mark again, as print has it where a quotation has several paragraphs. */
    private boolean goesOnAfter(int open) {
        int next = paragraphEnd(open);
        return next < tokens.size()
                && tokens.get(next).is("\"")
                && tokens.get(open).touches(tokens.get(open + 1));
    }

    /** Gives speakers to what has none of its own: from the paragraph that it goes on in, or from the words quoted before. */
    private void goOn() {
        for (int i = found.size() - 2; i >= 0; i--) {
            var quoted = found.get(i);
            if (quoted.open() && quoted.speaker().isEmpty()) {
                found.set(i, quoted.by(found.get(i + 1).speaker()));
            }
        }
        for (int i = 1; i < found.size(); i++) {
            var quoted = found.get(i);
            var before = found.get(i - 1);
            boolean same = before.open() || isApart(before, quoted);
            if (quoted.speaker().isEmpty() && same) {
                found.set(i, quoted.by(before.speaker()));
            }
        }
    }

    /** It stands as a sentence of its own in the paragraph of what was quoted before, in the sentence after that one. */
    private boolean isApart(Quoted before, Quoted quoted) {
        return paragraphs[before.from()] == paragraphs[quoted.from()]
                && sentences[quoted.from()] - sentences[before.to()] <= 1
                && (quoted.from() == 0 || sentences[quoted.from() - 1] != sentences[quoted.from()])
                && (quoted.to() + 1 >= tokens.size() || sentences[quoted.to() + 1] != sentences[quoted.to()]);
    }

    private Optional<Span> speaker(int open, int close) {
        var after = named(clause(close + 1, 1));
        return after.isPresent() ? after : named(clause(open - 1, -1));
    }

    /** The words beside the quotation up to a mark, in reading order: {from, to}, the end exclusive. */
    private int[] clause(int from, int step) {
        int at = from;
        while (inside(at, from) && MARKS.has(tokens.get(at)) && Math.abs(at - from) < 2) {
            at += step;
        }
        int first = at;
        while (inside(at, first)
                && sentences[at] == sentences[first]
                && !BOUNDS.has(tokens.get(at))
                && Math.abs(at - first) < LONGEST_SPEAKER) {
            at += step;
        }
        return step > 0 ? new int[] {first, at} : new int[] {at + 1, first + 1};
    }

    private boolean inside(int at, int anchor) {
        return at >= 0 && at < tokens.size() && anchor < tokens.size() && paragraphs[at] == paragraphs[anchor];
    }

    /** "X said", "said X" or "according to X": the words on the side of the verb where somebody stands. */
    private Optional<Span> named(int[] clause) {
        for (int i = clause[0]; i < clause[1]; i++) {
            if (SPEECH.has(tokens.get(i))) {
                var before = names(clause[0], i);
                return before.isPresent() ? before : names(i + 1, clause[1]);
            }
        }
        return Optional.empty();
    }

    private Optional<Span> names(int from, int to) {
        int first = from;
        int end = to;
        while (first < end && !names(first)) {
            first++;
        }
        while (end > first && tokens.get(end - 1).isPunctuation()) {
            end--;
        }
        return first < end
                ? Optional.of(tokens.get(first).span().to(tokens.get(end - 1).span()))
                : Optional.empty();
    }

    private boolean names(int at) {
        return tokens.get(at).isWord() && !NOBODY.has(tokens.get(at));
    }
}
