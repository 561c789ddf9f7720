package io.missionwatch.enrich.places;

/**
 * Cuts the globe into boxes, so that most places are known to be far from each other without a look at the distance. A box has one of
 * 64 bits, which few others share; x, y and z lie on a globe of radius one.
 */
final class Boxes {
    /** How many bits there are. */
    static final int BITS = Long.SIZE;

    private static final int PER_AXIS = 12;
    /** A little more than the distance from which on places have nothing to do with each other. */
    private static final double REACH = 505 / 6371.0;

    private static final int SPREAD = 0x9e3779b1;

    private Boxes() {}

    /** The bit of the box that a point lies in, counted from zero. */
    static int at(double x, double y, double z) {
        return bit(along(x), along(y), along(z));
    }

    /** The bits of all boxes that have a point within reach of this one. */
    static long around(double x, double y, double z) {
        var bits = 0L;
        for (int column = along(x - REACH), last = along(x + REACH); column <= last; column++) {
            for (int row = along(y - REACH), lowest = along(y + REACH); row <= lowest; row++) {
                for (int layer = along(z - REACH), upmost = along(z + REACH); layer <= upmost; layer++) {
                    bits |= 1L << bit(column, row, layer);
                }
            }
        }
        return bits;
    }

    private static int bit(int column, int row, int layer) {
        return ((column * PER_AXIS + row) * PER_AXIS + layer) * SPREAD >>> 26;
    }

    private static int along(double coordinate) {
        return Math.max(0, Math.min(PER_AXIS - 1, (int) ((coordinate + 1) * PER_AXIS / 2)));
    }
}
