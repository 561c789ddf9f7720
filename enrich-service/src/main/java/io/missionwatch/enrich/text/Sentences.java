package io.missionwatch.enrich.text;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Puts tokens into sentences. A full stop ends one unless it belongs to an abbreviation, an initial or a list number; paragraphs
 * always do.
 */
final class Sentences {

    private static final int MOST_CLOSERS = 4;
    private static final String CLOSERS = "\"')]";
    private static final WordSet NEVER = WordSet.read("text/abbreviations-inside.txt");
    private static final WordSet SELDOM = WordSet.read("text/abbreviations-closing.txt");
    private static final WordSet OPENERS = WordSet.read("text/sentence-openers.txt");

    private final List<Token> tokens;
    private final BitSet stops;
    private final int base;
    private final boolean caseless;

    private Sentences(List<Token> tokens, BitSet stops, int base, boolean caseless) {
        this.tokens = tokens;
        this.stops = stops;
        this.base = base;
        this.caseless = caseless;
    }

    /**
     * The sentences of one field.
     *
     * @param tokens those of the field, of which the first is the document's {@code base}th
     * @param stops the document's numbers of the tokens that may end a sentence
     */
    static List<Sentence> of(List<Token> tokens, BitSet stops, List<Span> paragraphs, int base, boolean caseless) {
        return new Sentences(tokens, stops, base, caseless).split(paragraphs);
    }

    private List<Sentence> split(List<Span> paragraphs) {
        var sentences = new ArrayList<Sentence>();
        int at = 0;
        for (int p = 0; p < paragraphs.size(); p++) {
            int end = at;
            while (end < tokens.size()
                    && tokens.get(end).start() < paragraphs.get(p).end()) {
                end++;
            }
            splitParagraph(p, at, end, sentences);
            at = end;
        }
        return sentences;
    }

    private void splitParagraph(int paragraph, int from, int to, List<Sentence> sentences) {
        int start = from;
        for (int i = stop(from); i < to; i = stop(Math.max(i + 1, start))) {
            if (ends(i, start, to)) {
                int end = afterClosers(i, to);
                sentences.add(sentence(paragraph, start, end));
                start = end;
            }
        }
        if (start < to) {
            sentences.add(sentence(paragraph, start, to));
        }
    }

    /** The next token from one on that may end a sentence. */
    private int stop(int from) {
        int stop = stops.nextSetBit(base + from);
        return stop < 0 ? tokens.size() : stop - base;
    }

    private Sentence sentence(int paragraph, int start, int end) {
        var span = tokens.get(start).span().to(tokens.get(end - 1).span());
        return new Sentence(span, paragraph, base + start, tokens.subList(start, end));
    }

    private boolean closes(int at, int to) {
        var token = tokens.get(at);
        if (!token.isPunctuation()
                || CLOSERS.indexOf(token.text().charAt(0)) < 0
                || !tokens.get(at - 1).touches(token)) {
            return false;
        }
        return at + 1 >= to
                || !token.touches(tokens.get(at + 1))
                || tokens.get(at + 1).isPunctuation();
    }

    /** Past the quotes and brackets that close with the sentence; a longer run of them is no sentence's. */
    private int afterClosers(int at, int to) {
        int next = at + 1;
        while (next < to && next - at <= MOST_CLOSERS && closes(next, to)) {
            next++;
        }
        return next;
    }

    private boolean ends(int at, int from, int to) {
        var token = tokens.get(at);
        int next = afterClosers(at, to);
        if (next >= to) {
            return false;
        }
        if (token.isWord()) {
            return dottedWordEnds(token, tokens.get(next));
        }
        char mark = token.text().charAt(0);
        boolean spaced = !tokens.get(next - 1).touches(tokens.get(next)) || mark > 0x2fff;
        if (!spaced) {
            return mark == '.' && isGlued(at, from, next, to);
        }
        return startsSentence(tokens.get(next)) && (mark != '.' || !abbreviates(at, from, next));
    }

    /** "He left.The embassy closed.": the blank was lost on the way; in "kabul.gov" and "node.Js" nothing is missing. */
    private boolean isGlued(int stop, int from, int next, int to) {
        if (stop == from || next != stop + 1 || next + 1 >= to) {
            return false;
        }
        var last = tokens.get(stop - 1);
        var first = tokens.get(next);
        return last.touches(tokens.get(stop))
                && last.isWord()
                && last.text().length() > 1
                && last.text().equals(last.lower())
                && first.isWord()
                && first.isCapitalised()
                && !first.touches(tokens.get(next + 1));
    }

    private boolean startsSentence(Token next) {
        return !Character.isLowerCase(next.text().codePointAt(0))
                && !next.text().startsWith(",");
    }

    /** After "U.S." or "a.m." a sentence ends only where the next word usually begins one. */
    private boolean dottedWordEnds(Token token, Token next) {
        if (NEVER.has(token)) {
            return false;
        }
        return next.isCapitalised()
                && OPENERS.has(next)
                && !(caseless && token.lower().length() <= 4);
    }

    private boolean abbreviates(int stop, int from, int after) {
        if (stop == from) {
            return false;
        }
        var next = tokens.get(after);
        var word = tokens.get(stop - 1);
        if (!word.touches(tokens.get(stop))) {
            return false;
        }
        if (word.isNumber()) {
            return stop - 1 == from && word.text().length() <= 2;
        }
        if (initial(word, stop, from, after) || NEVER.has(word)) {
            return true;
        }
        return SELDOM.has(word) && (next.isNumber() || !OPENERS.has(next));
    }

    /** A single capital letter, as in "George W. Bush", but not the one that ends "Plan B. The rest followed." */
    private boolean initial(Token word, int stop, int from, int after) {
        if (word.text().length() != 1 || !word.isCapitalised()) {
            return false;
        }
        var next = tokens.get(after);
        if (stop - 1 == from
                || (isLetter(next)
                        && after + 1 < tokens.size()
                        && tokens.get(after + 1).is("."))) {
            return true;
        }
        boolean named =
                next.isCapitalised() ? !OPENERS.has(next) : tokens.get(stop - 2).isCapitalised();
        return named || tokens.get(stop - 2).isPunctuation();
    }

    private static boolean isLetter(Token token) {
        return token.text().length() == 1 && token.isCapitalised();
    }
}
