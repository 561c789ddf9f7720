package io.missionwatch.enrich.text;

import java.util.BitSet;
import java.util.Collection;
import java.util.List;

/** A list of words. Whether a token's word is in it is one look at a bit, by the number that the word has in every list. */
public final class WordSet {

    /** By the numbers of the words. */
    private final BitSet words;
    /** So many words had numbers when this list was made: its own are among them. */
    private final int numbered;

    private WordSet(BitSet words, int numbered) {
        this.words = words;
        this.numbered = numbered;
    }

    /** Some words in small letters, as tokens are asked. */
    public static WordSet of(Collection<String> listed) {
        var vocabulary = Vocabulary.with(listed);
        var words = new BitSet();
        listed.forEach(word -> words.set(vocabulary.find(word).number()));
        return new WordSet(words, vocabulary.size());
    }

    /** Some words in small letters. */
    public static WordSet of(String... listed) {
        return of(List.of(listed));
    }

    /** The words of a resource, one a line. */
    public static WordSet read(String resource) {
        return of(Resources.lines(resource));
    }

    /** The words of this list and some more. */
    public WordSet with(Collection<String> more) {
        return and(of(more));
    }

    /** The words of this list and of another. */
    public WordSet and(WordSet other) {
        var both = (BitSet) words.clone();
        both.or(other.words);
        return new WordSet(both, Math.max(numbered, other.numbered));
    }

    /** The number of the next token that is in this list, from one on; that of the last and one where none is. */
    public int next(List<Token> tokens, int from) {
        int at = from;
        while (at < tokens.size() && !has(tokens.get(at))) {
            at++;
        }
        return at;
    }

    /** Some of the tokens is in this list. */
    public boolean hasAny(List<Token> tokens) {
        return next(tokens, 0) < tokens.size();
    }

    public boolean has(Token token) {
        int number = token.number();
        if (number >= 0) {
            return words.get(number);
        }
        return !token.isUnlistedAmong(numbered) && has(token.lower());
    }

    public boolean has(String lower) {
        return has(Vocabulary.now().find(lower));
    }

    boolean has(Vocabulary.Word word) {
        return word.isListed() && words.get(word.number());
    }
}
