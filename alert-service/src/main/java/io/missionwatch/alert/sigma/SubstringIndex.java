package io.missionwatch.alert.sigma;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;

/** Finds in one pass over a text which of many parts it contains (Aho and Corasick, 1975). */
final class SubstringIndex {
    private static final int[] NOTHING = {};

    private final Edges edges = new Edges();
    private final List<int[]> rulesAt = new ArrayList<>();
    private final int[][] rulesOfNode;
    private int[] fallback = {};

    /** Builds the index of parts, each with the numbers that stand for it. */
    SubstringIndex(Map<String, int[]> parts) {
        rulesAt.add(NOTHING);
        parts.forEach(this::add);
        link();
        rulesOfNode = rulesAt.toArray(int[][]::new);
    }

    private void add(String part, int[] numbers) {
        int node = 0;
        for (int i = 0; i < part.length(); i++) {
            int next = edges.get(node, part.charAt(i));
            if (next < 0) {
                next = rulesAt.size();
                rulesAt.add(NOTHING);
                edges.put(node, part.charAt(i), next);
            }
            node = next;
        }
        rulesAt.set(node, numbers);
    }

    private void link() {
        fallback = new int[rulesAt.size()];
        var children = edges.byParent(rulesAt.size());
        var queue = new ArrayDeque<Integer>(children.get(0));
        while (!queue.isEmpty()) {
            int parent = queue.poll();
            rulesAt.set(parent, merged(rulesAt.get(parent), rulesAt.get(fallback[parent])));
            for (int child : children.get(parent)) {
                fallback[child] = step(fallback[parent], edges.label(child));
                queue.add(child);
            }
        }
    }

    private static int[] merged(int[] own, int[] other) {
        if (other.length == 0) {
            return own;
        }
        var both = Arrays.copyOf(own, own.length + other.length);
        System.arraycopy(other, 0, both, own.length, other.length);
        return both;
    }

    private int step(int node, char c) {
        int next = edges.get(node, c);
        while (next < 0 && node != 0) {
            node = fallback[node];
            next = edges.get(node, c);
        }
        return Math.max(next, 0);
    }

    /** Adds the numbers of every part that the text contains. */
    void find(String text, BitSet found) {
        int node = 0;
        for (int i = 0; i < text.length(); i++) {
            node = step(node, text.charAt(i));
            for (int number : rulesOfNode[node]) {
                found.set(number);
            }
        }
    }

    /**
     * Edges of the tree, from a node and a character to the next node. Those of the root and the first of every other
     * node stand in arrays, where nearly every step ends; the rest in one open hash table.
     */
    private static final class Edges {
        private static final int ROOT_CHARS = 256;

        private final int[] ofRoot = new int[ROOT_CHARS];
        private char[] firstLabel = new char[1 << 8];
        private int[] firstChild = new int[1 << 8];
        private final BitSet branching = new BitSet();
        private long[] keys = new long[1 << 8];
        private int[] values = new int[1 << 8];
        private final List<Long> keyOfNode = new ArrayList<>(List.of(0L));

        private static long key(int node, char c) {
            return ((long) node << 16 | c) + 1;
        }

        private int slot(long key) {
            int mask = keys.length - 1;
            int slot = (int) ((key * 0x9E3779B97F4A7C15L) >>> 40) & mask;
            while (keys[slot] != 0 && keys[slot] != key) {
                slot = (slot + 1) & mask;
            }
            return slot;
        }

        int get(int node, char c) {
            if (node == 0 && c < ROOT_CHARS) {
                return ofRoot[c] == 0 ? -1 : ofRoot[c];
            }
            if (firstLabel[node] == c && firstChild[node] != 0) {
                return firstChild[node];
            }
            return node == 0 || branching.get(node) ? hashed(node, c) : -1;
        }

        private int hashed(int node, char c) {
            long key = key(node, c);
            int slot = slot(key);
            return keys[slot] == key ? values[slot] : -1;
        }

        /** Nodes are numbered in the order in which they are put. */
        void put(int node, char c, int next) {
            if (keyOfNode.size() * 2 > keys.length) {
                grow();
            }
            int slot = slot(key(node, c));
            keys[slot] = key(node, c);
            values[slot] = next;
            keyOfNode.add(key(node, c));
            if (node == 0 && c < ROOT_CHARS) {
                ofRoot[c] = next;
            } else if (firstChild[node] == 0) {
                firstLabel[node] = c;
                firstChild[node] = next;
            } else {
                branching.set(node);
            }
        }

        private void grow() {
            keys = new long[keys.length * 2];
            values = new int[keys.length];
            firstLabel = Arrays.copyOf(firstLabel, keys.length);
            firstChild = Arrays.copyOf(firstChild, keys.length);
            for (int node = 1; node < keyOfNode.size(); node++) {
                int slot = slot(keyOfNode.get(node));
                keys[slot] = keyOfNode.get(node);
                values[slot] = node;
            }
        }

        char label(int node) {
            return (char) (keyOfNode.get(node) - 1);
        }

        List<List<Integer>> byParent(int nodes) {
            var children = new ArrayList<List<Integer>>(nodes);
            for (int node = 0; node < nodes; node++) {
                children.add(new ArrayList<>(2));
            }
            for (int node = 1; node < nodes; node++) {
                children.get((int) ((keyOfNode.get(node) - 1) >>> 16)).add(node);
            }
            return children;
        }
    }
}
