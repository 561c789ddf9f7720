package io.missionwatch.enrich.places;

import java.util.Arrays;

/** Packs what the name index says of a name into one number: the place, and in what way the name speaks of it. */
final class SightingIds {
    private static final int SHIFT = 2;
    private static final int WAY = (1 << SHIFT) - 1;
    private static final int FURTHER = 0;
    private static final int MAIN = 1;
    private static final int DEMONYM = 2;
    private static final int FEW = 32;

    private SightingIds() {}

    static int of(int place, boolean isMain) {
        return place << SHIFT | (isMain ? MAIN : FURTHER);
    }

    static int ofDemonym(int country) {
        return country << SHIFT | DEMONYM;
    }

    /** The same ids in the same order, each once; most names have few, which are compared one by one. */
    static int[] distinct(int[] ids) {
        if (ids.length > FEW) {
            return Arrays.stream(ids).distinct().toArray();
        }
        var count = 0;
        for (var id : ids) {
            if (!has(ids, count, id)) {
                ids[count++] = id;
            }
        }
        return count == ids.length ? ids : Arrays.copyOf(ids, count);
    }

    private static boolean has(int[] ids, int count, int id) {
        for (var at = 0; at < count; at++) {
            if (ids[at] == id) {
                return true;
            }
        }
        return false;
    }

    static int place(int id) {
        return id >>> SHIFT;
    }

    static boolean isMain(int id) {
        return (id & WAY) == MAIN;
    }

    static boolean isDemonym(int id) {
        return (id & WAY) == DEMONYM;
    }
}
