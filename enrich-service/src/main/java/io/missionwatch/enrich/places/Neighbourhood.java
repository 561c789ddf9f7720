package io.missionwatch.enrich.places;

/**
 * The names of an article in their order, of which each hears those around it. A bit for each name, by box of the globe and by country,
 * tells which of them have a place that may have to do with another; most have none.
 */
final class Neighbourhood {
    /** So many names are heard, half of them before and half behind; no more than a number has bits. */
    static final int MOST = 60;

    private final Candidates[] names;
    /** How many numbers it takes to have a bit for each name, and one more to look ahead. */
    private final int width;

    private final long[] byBox;
    private final long[] byCountry;

    Neighbourhood(Candidates[] names) {
        this.names = names;
        width = names.length / Long.SIZE + 2;
        byBox = new long[Long.SIZE * width];
        byCountry = new long[Long.SIZE * width];
        for (var name = 0; name < names.length; name++) {
            mark(byBox, names[name].reach().boxes(), name);
            mark(byCountry, names[name].reach().countries(), name);
        }
    }

    private void mark(long[] table, long rows, int name) {
        for (var left = rows; left != 0; left &= left - 1) {
            table[Long.numberOfTrailingZeros(left) * width + name / Long.SIZE] |= 1L << name;
        }
    }

    /** What the names around one say for a place that it may mean. */
    double supportFor(Spot place, int name) {
        var from = Math.max(0, name - MOST / 2);
        var around = Math.min(MOST, names.length - from);
        var heard = bits(byBox, place.box(), from) | bits(byCountry, Reach.slot(place.country()), from);
        var others = heard & -1L >>> Long.SIZE - around & ~(1L << name - from);
        var sum = 0.0;
        for (var left = others; left != 0; left &= left - 1) {
            sum += names[from + Long.numberOfTrailingZeros(left)].supportFor(place);
        }
        return sum;
    }

    /** 64 bits of a row, beginning with that of a name. */
    private long bits(long[] table, int row, int from) {
        var at = row * width + from / Long.SIZE;
        var past = from % Long.SIZE;
        return past == 0 ? table[at] : table[at] >>> past | table[at + 1] << Long.SIZE - past;
    }
}
