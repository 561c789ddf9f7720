package io.missionwatch.enrich.text;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The words that our lists have, each with a number that it keeps. A token carries the number of its word, by which every list knows it
 * without another look at its letters. Lists add their words when they are made; the words of texts are only looked up, so that no
 * text makes it grow. Immutable: the house's one gives way to a larger one.
 */
final class Vocabulary {

    private static final int SPARSENESS = 4;
    private static final long SCATTER = 0x9e3779b97f4a7c15L;

    private static final AtomicReference<Vocabulary> HOUSE = new AtomicReference<>(new Vocabulary());

    private final Word[] byNumber;
    private final Word unlisted;
    /** The keys of the words, each in the slot of its word; those of free slots are zero. */
    private final long[] keys;

    private final Word[] words;

    /** A word of a list in small letters and as it begins a sentence: one string each for all texts. */
    record Word(String lower, String capitalised, int number) {

        static Word of(String lower, int number) {
            var capitalised = lower.isEmpty() ? lower : Character.toUpperCase(lower.charAt(0)) + lower.substring(1);
            return new Word(lower, capitalised, number);
        }

        boolean isListed() {
            return number >= 0;
        }
    }

    private Vocabulary() {
        byNumber = new Word[0];
        unlisted = new Word("", "", ~0);
        keys = new long[SPARSENESS];
        words = new Word[SPARSENESS];
    }

    private Vocabulary(Vocabulary before, Collection<String> more) {
        byNumber = Arrays.copyOf(before.byNumber, before.size() + more.size());
        unlisted = new Word("", "", ~byNumber.length);
        int number = before.size();
        for (var word : more) {
            byNumber[number] = Word.of(word, number);
            number++;
        }
        int room = Integer.highestOneBit(byNumber.length + 1) * SPARSENESS;
        boolean fits = room == before.keys.length;
        keys = fits ? before.keys.clone() : new long[room];
        words = fits ? before.words.clone() : new Word[room];
        for (int next = fits ? before.size() : 0; next < byNumber.length; next++) {
            put(byNumber[next]);
        }
    }

    private void put(Word word) {
        long key = WordKey.of(word.lower());
        int slot = slot(key);
        while (keys[slot] != WordKey.NONE) {
            slot = next(slot);
        }
        keys[slot] = key;
        words[slot] = word;
    }

    /** The house's, with all lists that were made so far. */
    static Vocabulary now() {
        return HOUSE.get();
    }

    /** The house's, with the words of one more list. */
    static Vocabulary with(Collection<String> listed) {
        return HOUSE.updateAndGet(house -> house.and(listed));
    }

    private Vocabulary and(Collection<String> listed) {
        var more = new LinkedHashSet<>(listed);
        more.removeIf(word -> find(word).isListed());
        return more.isEmpty() ? this : new Vocabulary(this, more);
    }

    int size() {
        return byNumber.length;
    }

    /** A word in small letters; one that no list has, has a number below zero which tells how many words the lists had by then. */
    Word find(String lower) {
        long key = WordKey.of(lower);
        for (int slot = slot(key); keys[slot] != WordKey.NONE; slot = next(slot)) {
            if (keys[slot] == key
                    && (WordKey.isWhole(key) || words[slot].lower().equals(lower))) {
                return words[slot];
            }
        }
        return unlisted;
    }

    /** The same by the key of a word, which must be whole. */
    Word find(long key) {
        for (int slot = slot(key); keys[slot] != WordKey.NONE; slot = next(slot)) {
            if (keys[slot] == key) {
                return words[slot];
            }
        }
        return unlisted;
    }

    private int slot(long key) {
        return (int) (key * SCATTER >>> Integer.SIZE) & keys.length - 1;
    }

    private int next(int slot) {
        return slot + 1 & keys.length - 1;
    }
}
