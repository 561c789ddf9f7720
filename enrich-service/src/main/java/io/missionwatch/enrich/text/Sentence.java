package io.missionwatch.enrich.text;

import java.util.List;

/**
 * One sentence: its span, the number of its paragraph within the field, and its tokens, which are those of the document from
 * {@code firstToken} on.
 */
public record Sentence(Span span, int paragraph, int firstToken, List<Token> tokens) {

    public Sentence {
        tokens = TokenRow.of(tokens);
    }

    /** The document's index of the token after the last. */
    public int endToken() {
        return firstToken + tokens.size();
    }

    public Field field() {
        return span.field();
    }
}
