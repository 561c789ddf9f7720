package io.missionwatch.enrich.text;

import java.util.AbstractList;
import java.util.Collection;
import java.util.Objects;
import java.util.RandomAccess;

/** Tokens side by side: all of a document, or those of a sentence, which are not copied. Immutable. */
final class TokenRow extends AbstractList<Token> implements RandomAccess {

    private final Token[] tokens;
    private final int first;
    private final int size;

    private TokenRow(Token[] tokens, int first, int size) {
        this.tokens = tokens;
        this.first = first;
        this.size = size;
    }

    /** Some tokens, as they are now. */
    static TokenRow of(Collection<Token> tokens) {
        return tokens instanceof TokenRow row ? row : new TokenRow(tokens.toArray(Token[]::new), 0, tokens.size());
    }

    @Override
    public TokenRow subList(int from, int to) {
        Objects.checkFromToIndex(from, to, size);
        return new TokenRow(tokens, first + from, to - from);
    }

    @Override
    public Token get(int index) {
        return tokens[first + Objects.checkIndex(index, size)];
    }

    @Override
    public int size() {
        return size;
    }
}
