package io.missionwatch.enrich.places;

/**
 * Where some places lie, as a few bits each: countries, divisions, and boxes of the globe that are near enough. What shares no bit has
 * nothing to do with any of them, which is so of most places.
 */
final class Reach {
    /** Space is cut into so many boxes along each axis. */
    private static final int BOXES = 8;
    /** A little more than the distance from which on places have nothing to do with each other, where the globe's radius is one. */
    private static final double REACH = 505 / 6371.0;

    private final long countries;
    private final long divisions;
    private final long[] boxes;
    private final boolean holds;

    private Reach(long countries, long divisions, long[] boxes, boolean holds) {
        this.countries = countries;
        this.divisions = divisions;
        this.boxes = boxes;
        this.holds = holds;
    }

    static Reach of(Spot... places) {
        var countries = 0L;
        var divisions = 0L;
        var boxes = new long[BOXES * BOXES * BOXES / Long.SIZE];
        var holds = false;
        for (var place : places) {
            countries |= bit(place.country());
            divisions |= bit(place.admin1());
            markAround(place, boxes);
            holds |= place.kind().isHolder();
        }
        return new Reach(countries, divisions, boxes, holds);
    }

    /** A bound of {@link Spot#nearness} between a place and any of these. */
    double nearnessAtMost(Spot place) {
        var box = box(box(place.x()), box(place.y()), box(place.z()));
        if ((boxes[box >> 6] & bit(box)) != 0) {
            return 1;
        }
        if ((countries & bit(place.country())) == 0) {
            return 0;
        }
        var mayBeCloser = holds || place.kind().isHolder() || (divisions & bit(place.admin1())) != 0;
        return mayBeCloser ? 1 : Spot.OF_COMPATRIOT;
    }

    /** One of 64 bits, which few other numbers share. */
    private static long bit(int number) {
        return 1L << number;
    }

    private static void markAround(Spot place, long[] boxes) {
        for (int column = box(place.x() - REACH), last = box(place.x() + REACH); column <= last; column++) {
            for (int row = box(place.y() - REACH), lowest = box(place.y() + REACH); row <= lowest; row++) {
                mark(box(column, row, box(place.z() - REACH)), boxes);
                mark(box(column, row, box(place.z() + REACH)), boxes);
            }
        }
    }

    private static void mark(int box, long[] boxes) {
        boxes[box >> 6] |= bit(box);
    }

    private static int box(int column, int row, int layer) {
        return (column * BOXES + row) * BOXES + layer;
    }

    private static int box(double coordinate) {
        return Math.max(0, Math.min(BOXES - 1, (int) ((coordinate + 1) * BOXES / 2)));
    }
}
