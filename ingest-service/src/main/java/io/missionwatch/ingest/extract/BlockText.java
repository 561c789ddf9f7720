package io.missionwatch.ingest.extract;

import io.missionwatch.ingest.extract.TextBlock.Shape;
import java.util.Optional;

/** Gathers the text of one block: white space becomes single spaces, characters that only steer line breaks go. */
final class BlockText {

    /** A Chinese, Japanese or Korean character says about as much as three letters. */
    private static final int IDEOGRAPH = 3;

    private static final String SENTENCE_ENDS = ".!?\u2026\u3002\uff01\uff1f\u061f\u06d4\u0964\u104b";

    private final StringBuilder text = new StringBuilder();
    private boolean spaceDue;
    private boolean endsWithBreak;
    private int length;
    private int linked;
    private boolean sentences;

    void append(String words, boolean inLink) {
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            if (isSpace(c)) {
                spaceDue = true;
            } else if (!isInvisible(c)) {
                put(c, inLink);
            }
        }
    }

    private void put(char c, boolean inLink) {
        if (spaceDue && !text.isEmpty()) {
            text.append(' ');
        }
        spaceDue = false;
        endsWithBreak = false;
        text.append(c);
        int letters = isIdeograph(c) ? IDEOGRAPH : 1;
        length += letters;
        linked += inLink ? letters : 0;
        sentences |= SENTENCE_ENDS.indexOf(c) >= 0;
    }

    void breakLine() {
        spaceDue = true;
        endsWithBreak = true;
    }

    boolean endsWithBreak() {
        return endsWithBreak;
    }

    /** The block gathered so far, if it has any text; the next one starts empty. */
    Optional<TextBlock> take(Box box, Shape shape) {
        var block = text.isEmpty()
                ? Optional.<TextBlock>empty()
                : Optional.of(new TextBlock(text.toString(), length, linked, sentences, box, shape));
        text.setLength(0);
        spaceDue = false;
        endsWithBreak = false;
        length = 0;
        linked = 0;
        sentences = false;
        return block;
    }

    private static boolean isSpace(char c) {
        return c <= ' ' || c == '\u00a0' || Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    private static boolean isInvisible(char c) {
        return c == '\u00ad' || c == '\u200b' || c == '\u2060' || c == '\ufeff' || (c >= 0x7f && c < 0xa0);
    }

    private static boolean isIdeograph(char c) {
        return (c >= 0x2e80 && c < 0xa4d0) || (c >= 0xac00 && c < 0xd7b0) || (c >= 0xf900 && c < 0xfb00);
    }
}
