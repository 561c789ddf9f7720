package io.missionwatch.enrich.names;

import java.util.Arrays;

/** A text in which names are looked for: where its words begin, found once for all indexes. */
public final class NameText {
    private static final int LETTERS_PER_WORD = 5;

    private final String text;
    private final char[] letters;
    private int[] starts;
    /** The first letters of each word, as {@link NameStarts} knows them. */
    private int[] keys;

    private int size;

    private NameText(String text) {
        this.text = text;
        letters = WordScan.padded(text);
        starts = new int[text.length() / LETTERS_PER_WORD + 1];
        keys = new int[starts.length];
        var words = words();
        for (var at = 0; at < text.length(); ) {
            if (LetterFold.fold(letters[at]) < LetterFold.PAIRS) {
                at++;
            } else {
                add(at);
                at = words.endOfWord(at);
            }
        }
    }

    /** The words of a text. */
    public static NameText of(String text) {
        return new NameText(text);
    }

    /** The text itself. */
    public String text() {
        return text;
    }

    private void add(int start) {
        if (size == starts.length) {
            starts = Arrays.copyOf(starts, 2 * size);
            keys = Arrays.copyOf(keys, 2 * size);
        }
        starts[size] = start;
        keys[size++] = NameStarts.key(letters, start);
    }

    WordScan words() {
        return new WordScan(letters, text.length());
    }

    /** How many words there are; a possessive counts as part of the word before it. */
    int size() {
        return size;
    }

    int start(int word) {
        return starts[word];
    }

    /** The last word, from a given one on, that begins before some letter. */
    int lastBefore(int end, int word) {
        var last = word;
        while (last + 1 < size && starts[last + 1] < end) {
            last++;
        }
        return last;
    }

    int key(int word) {
        return keys[word];
    }
}
