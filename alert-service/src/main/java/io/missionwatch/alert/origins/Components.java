package io.missionwatch.alert.origins;

/** Connected components over numbered things. */
final class Components {
    private final int[] parents;

    Components(int size) {
        parents = new int[size];
        for (int index = 0; index < size; index++) {
            parents[index] = index;
        }
    }

    void join(int one, int other) {
        int first = rootOf(one);
        int second = rootOf(other);
        parents[Math.max(first, second)] = Math.min(first, second);
    }

    int rootOf(int index) {
        int root = index;
        while (parents[root] != root) {
            parents[root] = parents[parents[root]];
            root = parents[root];
        }
        return root;
    }
}
