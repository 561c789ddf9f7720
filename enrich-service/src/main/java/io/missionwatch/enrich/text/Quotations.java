package io.missionwatch.enrich.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds quotations and the words beside a verb of speaking that name the speaker. */
final class Quotations {

    private static final Set<String> SPEAKERS = Set.of("he", "she", "they", "officials", "police");
    private static final int LONGEST_SPEAKER = 14;
    private static final Set<String> BOUNDS = Set.of(",", ".", ";", ":", "\"", "!", "?", "\u2014", "--");
    private static final Set<String> SPEECH = Set.copyOf(Resources.lines("text/speech-verbs.txt"));

    private Quotations() {}

    static List<Quotation> of(List<Token> tokens, List<Sentence> sentences) {
        int first = firstMark(tokens);
        if (first == tokens.size()) {
            return List.of();
        }
        int[] paragraphs = paragraphs(sentences, tokens.size());
        var quotations = new ArrayList<Quotation>();
        int open = -1;
        for (int i = first; i < tokens.size(); i++) {
            if (open >= 0 && paragraphs[i] != paragraphs[open]) {
                open = -1;
            }
            if (!tokens.get(i).is("\"")) {
                continue;
            }
            if (open < 0) {
                open = i;
            } else {
                var span = tokens.get(open).span().to(tokens.get(i).span());
                quotations.add(new Quotation(span, speaker(tokens, paragraphs, open, i)));
                open = -1;
            }
        }
        return List.copyOf(quotations);
    }

    private static int firstMark(List<Token> tokens) {
        int at = 0;
        while (at < tokens.size() && !tokens.get(at).is("\"")) {
            at++;
        }
        return at;
    }

    private static int[] paragraphs(List<Sentence> sentences, int count) {
        int[] paragraphs = new int[count];
        int at = 0;
        for (var sentence : sentences) {
            int number = sentence.field() == Field.TITLE ? -1 - sentence.paragraph() : sentence.paragraph();
            Arrays.fill(paragraphs, at, at + sentence.tokens().size(), number);
            at += sentence.tokens().size();
        }
        return paragraphs;
    }

    private static Optional<Span> speaker(List<Token> tokens, int[] paragraphs, int open, int close) {
        var after = clause(tokens, paragraphs, close + 1, 1);
        var named = named(tokens, after);
        return named.isPresent() ? named : named(tokens, clause(tokens, paragraphs, open - 1, -1));
    }

    /** The words beside the quotation up to a mark, in reading order: {from, to}, the end exclusive. */
    private static int[] clause(List<Token> tokens, int[] paragraphs, int from, int step) {
        int at = from;
        while (inside(tokens, paragraphs, at, from)
                && (tokens.get(at).is(",") || tokens.get(at).is(":"))
                && at == from) {
            at += step;
        }
        int first = at;
        while (inside(tokens, paragraphs, at, first)
                && !BOUNDS.contains(tokens.get(at).text())
                && Math.abs(at - first) < LONGEST_SPEAKER) {
            at += step;
        }
        return step > 0 ? new int[] {first, at} : new int[] {at + 1, first + 1};
    }

    private static boolean inside(List<Token> tokens, int[] paragraphs, int at, int anchor) {
        return at >= 0 && at < tokens.size() && anchor < tokens.size() && paragraphs[at] == paragraphs[anchor];
    }

    /** "X said" or "said X": the words on the side of the verb that has a name. */
    private static Optional<Span> named(List<Token> tokens, int[] clause) {
        for (int i = clause[0]; i < clause[1]; i++) {
            if (SPEECH.contains(tokens.get(i).lower())) {
                var before = names(tokens, clause[0], i);
                return before.isPresent() ? before : names(tokens, i + 1, clause[1]);
            }
        }
        return Optional.empty();
    }

    private static Optional<Span> names(List<Token> tokens, int from, int to) {
        boolean named = false;
        for (int i = from; i < to; i++) {
            var token = tokens.get(i);
            named |= token.isWord() && (token.isCapitalised() || SPEAKERS.contains(token.lower()));
        }
        return named ? Optional.of(tokens.get(from).span().to(tokens.get(to - 1).span())) : Optional.empty();
    }
}
