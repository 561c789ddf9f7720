package io.missionwatch.enrich.places;

/** Packs what the name index says of a name into one number: the place, and in what way the name speaks of it. */
final class SightingIds {
    private static final int SHIFT = 2;
    private static final int WAY = (1 << SHIFT) - 1;
    private static final int FURTHER = 0;
    private static final int MAIN = 1;
    private static final int DEMONYM = 2;

    private SightingIds() {}

    static int of(int place, boolean isMain) {
        return place << SHIFT | (isMain ? MAIN : FURTHER);
    }

    static int ofDemonym(int country) {
        return country << SHIFT | DEMONYM;
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
