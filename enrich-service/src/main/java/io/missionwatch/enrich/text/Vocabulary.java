package io.missionwatch.enrich.text;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;

/**
 * The words that our lists have, each with a number that it keeps. A token carries the number of its word, by which every list knows it
 * without another look at its letters. Lists add their words when they are made; the words of texts are only looked up, so that no
 * text makes it grow. Immutable: the house's one gives way to a larger one.
 */
final class Vocabulary {

    private static final int SPARSENESS = 4;
    /** The hash of no word. */
    private static final int FREE = 0;

    private static volatile Vocabulary house = new Vocabulary(new Word[0], new LinkedHashSet<>());

    private final Word[] byNumber;
    private final Word unlisted;
    private final int[] hashes;
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

    private Vocabulary(Word[] before, Collection<String> more) {
        byNumber = Arrays.copyOf(before, before.length + more.size());
        unlisted = new Word("", "", ~byNumber.length);
        hashes = new int[Integer.highestOneBit(byNumber.length + 1) * SPARSENESS];
        words = new Word[hashes.length];
        int number = before.length;
        for (var word : more) {
            byNumber[number] = Word.of(word, number);
            number++;
        }
        for (var word : byNumber) {
            put(word);
        }
    }

    private void put(Word word) {
        int hash = hash(word.lower().hashCode());
        int slot = slot(hash);
        while (hashes[slot] != FREE) {
            slot = next(slot);
        }
        hashes[slot] = hash;
        words[slot] = word;
    }

    /** The house's, with all lists that were made so far. */
    static Vocabulary now() {
        return house;
    }

    /** The house's, with the words of one more list. */
    static synchronized Vocabulary with(Collection<String> listed) {
        var more = new LinkedHashSet<>(listed);
        more.removeIf(word -> house.find(word).isListed());
        if (!more.isEmpty()) {
            house = new Vocabulary(house.byNumber, more);
        }
        return house;
    }

    int size() {
        return byNumber.length;
    }

    /** A word in small letters; one that no list has, has a number below zero which tells how many words the lists had by then. */
    Word find(String lower) {
        int hash = hash(lower.hashCode());
        for (int slot = slot(hash); hashes[slot] != FREE; slot = next(slot)) {
            if (hashes[slot] == hash && words[slot].lower().equals(lower)) {
                return words[slot];
            }
        }
        return unlisted;
    }

    /**
     * The same for a stretch of English letters and digits, whatever their case.
     *
     * @param hashCode that of the word in small letters, as strings have it
     */
    Word find(char[] text, int start, int end, int hashCode) {
        int hash = hash(hashCode);
        for (int slot = slot(hash); hashes[slot] != FREE; slot = next(slot)) {
            if (hashes[slot] == hash && isAt(words[slot].lower(), text, start, end)) {
                return words[slot];
            }
        }
        return unlisted;
    }

    private static boolean isAt(String lower, char[] text, int start, int end) {
        if (lower.length() != end - start) {
            return false;
        }
        for (int at = start; at < end; at++) {
            if (lower.charAt(at - start) != Tokens.small(text[at])) {
                return false;
            }
        }
        return true;
    }

    private static int hash(int hashCode) {
        return hashCode == FREE ? 1 : hashCode;
    }

    private int slot(int hash) {
        return (hash ^ hash >>> 16) & hashes.length - 1;
    }

    private int next(int slot) {
        return slot + 1 & hashes.length - 1;
    }
}
