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
    private static final int SPARSENESS = 4;
    private static final int[] NO_SLOTS = {};
    private static final int SPREAD = 0x9e3779b1;

    private SightingIds() {}

    static int of(int place, boolean isMain) {
        return place << SHIFT | (isMain ? MAIN : FURTHER);
    }

    static int ofDemonym(int country) {
        return country << SHIFT | DEMONYM;
    }

    /** The same ids in the same order, each once; most names have few, which are compared one by one. */
    static int[] distinct(int[] ids) {
        var slots = ids.length > FEW ? new int[Integer.highestOneBit(ids.length) * SPARSENESS] : NO_SLOTS;
        var count = 0;
        for (var id : ids) {
            if (slots.length == 0 ? !has(ids, count, id) : isNew(slots, ids, count, id)) {
                ids[count++] = id;
            }
        }
        return count == ids.length ? ids : Arrays.copyOf(ids, count);
    }

    /** Whether an id is none of the first ones; a slot that is taken tells where its id stands, counted from one. */
    private static boolean isNew(int[] slots, int[] ids, int count, int id) {
        var slot = id * SPREAD >>> 7 & slots.length - 1;
        while (slots[slot] != 0) {
            if (ids[slots[slot] - 1] == id) {
                return false;
            }
            slot = slot + 1 & slots.length - 1;
        }
        slots[slot] = count + 1;
        return true;
    }

    /** Some ids and those of others that are not among them; both have each once. */
    static int[] joined(int[] ids, int[] others) {
        if (Arrays.equals(ids, others)) {
            return ids;
        }
        var all = Arrays.copyOf(ids, ids.length + others.length);
        System.arraycopy(others, 0, all, ids.length, others.length);
        return distinct(all);
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
