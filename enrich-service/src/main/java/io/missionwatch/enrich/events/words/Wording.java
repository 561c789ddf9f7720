package io.missionwatch.enrich.events.words;

import io.missionwatch.enrich.text.Token;
import java.util.List;
import java.util.Objects;

/**
 * Words in a row, each with what all lists of one language say of it: those of an article, looked up once however many ask, or those
 * of one sentence of it.
 */
public final class Wording {

    private final Token[] tokens;
    private final Lexicon.Entry[] entries;
    private final int first;
    private final int size;

    private Wording(Token[] tokens, Lexicon.Entry[] entries, int first, int size) {
        this.tokens = tokens;
        this.entries = entries;
        this.first = first;
        this.size = size;
    }

    static Wording of(List<Token> words, Lexicon lexicon) {
        var tokens = new Token[words.size()];
        var entries = new Lexicon.Entry[tokens.length];
        for (int at = 0; at < tokens.length; at++) {
            tokens[at] = words.get(at);
            entries[at] = lexicon.entryOf(tokens[at]);
        }
        return new Wording(tokens, entries, 0, tokens.length);
    }

    /** The words from one to another, the second excluded. */
    public Wording part(int from, int to) {
        Objects.checkFromToIndex(from, to, size);
        return new Wording(tokens, entries, first + from, to - from);
    }

    public int size() {
        return size;
    }

    public Token token(int at) {
        return tokens[first + at];
    }

    public WordClasses classes(int at) {
        return entries[first + at].classes;
    }

    /** The classes of all words together: what none of them is need not be looked for. */
    public WordClasses classes() {
        var all = new WordClasses.Sum();
        for (int at = 0; at < size; at++) {
            all.add(classes(at));
        }
        return all.classes();
    }

    /** What each word can do in a time expression, as {@link io.missionwatch.enrich.events.time.TimeWords#kindsOf} has it. */
    public int[] times() {
        int[] kinds = new int[size];
        for (int at = 0; at < size; at++) {
            kinds[at] = entries[first + at].times;
        }
        return kinds;
    }

    /** What spoils a word as a trigger. */
    Senses.Company company(int at) {
        return entries[first + at].company;
    }

    /** The trigger phrases that begin with a word. */
    Phrases phrases(int at) {
        return entries[first + at].phrases;
    }
}
