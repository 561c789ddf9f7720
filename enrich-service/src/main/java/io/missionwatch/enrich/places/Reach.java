package io.missionwatch.enrich.places;

/**
 * Which of some places, 64 at most, can have to do with another one: a bit for each by box of the globe and by country. Most places
 * have to do with none of them, and are asked nothing else.
 */
final class Reach {
    /** The most places that have a bit each. */
    static final int MOST = Long.SIZE;

    private final long[] nearby = new long[Boxes.BITS];
    private final long[] compatriots = new long[Long.SIZE];
    private final long boxes;
    private final long countries;
    private final long divisions;
    private final boolean holds;

    Reach(Spot... places) {
        var ofBoxes = 0L;
        var ofCountries = 0L;
        var ofDivisions = 0L;
        var anyHolds = false;
        for (var index = 0; index < places.length; index++) {
            var place = places[index];
            for (var boxes = place.reach(); boxes != 0; boxes &= boxes - 1) {
                nearby[Long.numberOfTrailingZeros(boxes)] |= 1L << index;
            }
            compatriots[slot(place.country())] |= 1L << index;
            ofBoxes |= place.reach();
            ofCountries |= 1L << slot(place.country());
            ofDivisions |= 1L << place.admin1();
            anyHolds |= place.kind().isHolder();
        }
        boxes = ofBoxes;
        countries = ofCountries;
        divisions = ofDivisions;
        holds = anyHolds;
    }

    /** The {@link Boxes} in which a place may be near to any. */
    long boxes() {
        return boxes;
    }

    /** The slots of their countries. */
    long countries() {
        return countries;
    }

    /** Those that a place may be near to. */
    long nearby(Spot place) {
        return nearby[place.box()];
    }

    /** Those that may be in the country of a place. */
    long compatriots(Spot place) {
        return compatriots[slot(place.country())];
    }

    /** A bound of {@link Spot#nearness} between a place and any that is not nearby. */
    double nearnessOfCompatriots(Spot place) {
        var mayBeClose = holds || place.kind().isHolder() || (divisions & 1L << place.admin1()) != 0;
        return mayBeClose ? 1 : Spot.OF_COMPATRIOT;
    }

    /** Which of 64 bits a country has; few share one. */
    static int slot(int country) {
        return country & Long.SIZE - 1;
    }
}
