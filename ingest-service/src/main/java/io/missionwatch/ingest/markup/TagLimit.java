package io.missionwatch.ingest.markup;

import java.util.Arrays;

/**
 * Cuts markup where it has more tags than an honest document: what a reader spends on a document grows with its tags, and
 * a tag can be three bytes short.
 */
public final class TagLimit {

    private static final char OPENING = '<';

    private TagLimit() {}

    /** The document up to a number of tags; all of it where it has fewer. */
    public static byte[] cut(byte[] document, int most) {
        int tags = 0;
        for (int i = 0; i < document.length; i++) {
            if (document[i] == OPENING && ++tags > most) {
                return Arrays.copyOf(document, i);
            }
        }
        return document;
    }

    /** The text up to a number of tags; all of it where it has fewer. */
    public static String cut(String text, int most) {
        int tags = 0;
        for (int i = text.indexOf(OPENING); i >= 0; i = text.indexOf(OPENING, i + 1)) {
            if (++tags > most) {
                return text.substring(0, i);
            }
        }
        return text;
    }
}
