package io.missionwatch.alert.sigma;

import java.util.Arrays;
import java.util.BitSet;

/**
 * A tree of texts by their characters. Edges of the root and the first edge of every other node stand in arrays, where
 * nearly every step ends; the rest in one open hash table.
 */
final class PartTree {
    private static final int NOTHING = -1;
    private static final int ROOT_CHARS = 256;

    private int nodes = 1;
    private int[] numberOf = new int[1 << 6];
    private final int[] ofRoot = new int[ROOT_CHARS];
    private char[] firstLabel = new char[1 << 6];
    private int[] firstChild = new int[1 << 6];
    private final BitSet branching = new BitSet();
    private long[] keys = new long[1 << 6];
    private int[] children = new int[1 << 6];
    private int hashed;

    PartTree() {
        Arrays.fill(numberOf, NOTHING);
    }

    boolean isEmpty() {
        return nodes == 1;
    }

    /** Adds a text with the number that stands for it, which is not negative. */
    void add(String part, int number) {
        int node = 0;
        for (int at = 0; at < part.length(); at++) {
            int next = child(node, part.charAt(at));
            if (next < 0) {
                next = nodes++;
                makeRoom(next);
                put(node, part.charAt(at), next);
            }
            node = next;
        }
        numberOf[node] = number;
    }

    /** Adds the number of every text that stands at a place of another. */
    void follow(String text, int from, BitSet found) {
        int node = 0;
        for (int at = from; at < text.length(); at++) {
            node = child(node, text.charAt(at));
            if (node < 0) {
                return;
            }
            if (numberOf[node] != NOTHING) {
                found.set(numberOf[node]);
            }
        }
    }

    private int child(int node, char label) {
        if (node == 0 && label < ROOT_CHARS) {
            return ofRoot[label] == 0 ? -1 : ofRoot[label];
        }
        if (firstChild[node] != 0 && firstLabel[node] == label) {
            return firstChild[node];
        }
        return node == 0 || branching.get(node) ? hashed(node, label) : -1;
    }

    private int hashed(int node, char label) {
        long key = key(node, label);
        int slot = slot(key);
        return keys[slot] == key ? children[slot] : -1;
    }

    private static long key(int node, char label) {
        return ((long) node << 16 | label) + 1;
    }

    private int slot(long key) {
        int mask = keys.length - 1;
        int slot = (int) ((key * 0x9E3779B97F4A7C15L) >>> 40) & mask;
        while (keys[slot] != 0 && keys[slot] != key) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void makeRoom(int node) {
        int room = numberOf.length;
        if (node == room) {
            firstLabel = Arrays.copyOf(firstLabel, room * 2);
            firstChild = Arrays.copyOf(firstChild, room * 2);
            numberOf = Arrays.copyOf(numberOf, room * 2);
            Arrays.fill(numberOf, room, room * 2, NOTHING);
        }
    }

    private void put(int node, char label, int next) {
        if (node == 0 && label < ROOT_CHARS) {
            ofRoot[label] = next;
        } else if (node != 0 && firstChild[node] == 0) {
            firstLabel[node] = label;
            firstChild[node] = next;
        } else {
            branching.set(node);
            putHashed(key(node, label), next);
        }
    }

    private void putHashed(long key, int next) {
        if (++hashed * 2 > keys.length) {
            grow();
        }
        int slot = slot(key);
        keys[slot] = key;
        children[slot] = next;
    }

    private void grow() {
        var oldKeys = keys;
        var oldChildren = children;
        keys = new long[oldKeys.length * 2];
        children = new int[keys.length];
        for (int old = 0; old < oldKeys.length; old++) {
            if (oldKeys[old] != 0) {
                int slot = slot(oldKeys[old]);
                keys[slot] = oldKeys[old];
                children[slot] = oldChildren[old];
            }
        }
    }
}
