package io.missionwatch.enrich.places;

/**
 * Where a place lies and what holds it, taken out of the gazetteer's columns once so that many can be compared with many.
 * Codes are the gazetteer's numbers, zero where there is none; x, y and z lie on a globe of radius one.
 */
record Spot(int place, PlaceKind kind, int country, int admin1, int admin2, float x, float y, float z) {
    private static final double EARTH_RADIUS_KM = 6371;
    private static final double NEAR = squared(40);
    private static final double DAY_TRIP = squared(120);
    private static final double REGIONAL = squared(250);
    private static final double FAR = squared(500);

    private static final double OF_HOLDER = 1;
    private static final double OF_DIVISION = 0.6;
    private static final double OF_COUNTRY = 0.45;
    static final double OF_COMPATRIOT = 0.1;

    /** How much two places have to do with each other, from 0 to 1; the same both ways. */
    double nearness(Spot other) {
        if (place == other.place) {
            return 0;
        }
        if (country != other.country) {
            return byDistance(chord(other));
        }
        if (country == 0) {
            return byDistance(other, 0);
        }
        if ((kind.isHolder() || other.kind.isHolder()) && (holds(other) || other.holds(this))) {
            return kind == PlaceKind.COUNTRY || other.kind == PlaceKind.COUNTRY ? OF_COUNTRY : OF_HOLDER;
        }
        return admin2 != 0 && admin2 == other.admin2 ? OF_HOLDER : byDistance(other, OF_COMPATRIOT);
    }

    /** Whether the other lies in this: in a country or division, or a quarter in its town. */
    boolean encloses(Spot other) {
        boolean isTown = kind == PlaceKind.CITY || kind == PlaceKind.CAPITAL;
        return isTown
                ? other.kind == PlaceKind.NEIGHBOURHOOD && country == other.country && chord(other) < NEAR
                : holds(other);
    }

    /** Whether this, a country or division, holds the other one. */
    boolean holds(Spot other) {
        return switch (kind) {
            case COUNTRY -> country != 0 && country == other.country && other.kind != PlaceKind.COUNTRY;
            case ADMIN1 -> isSameAdmin1(other) && other.kind.isBelow(PlaceKind.ADMIN1);
            case ADMIN2 -> admin2 != 0 && admin2 == other.admin2 && other.kind.isBelow(PlaceKind.ADMIN2);
            case REGION, CAPITAL, CITY, HISTORICAL, NEIGHBOURHOOD, FEATURE -> false;
        };
    }

    /** Whether this holds one of some others. */
    boolean holdsAny(Spot[] others) {
        for (var other : others) {
            if (holds(other)) {
                return true;
            }
        }
        return false;
    }

    private boolean isSameAdmin1(Spot other) {
        return admin1 != 0 && admin1 == other.admin1;
    }

    private double byDistance(Spot other, double otherwise) {
        var chord = chord(other);
        if (chord < DAY_TRIP) {
            return byDistance(chord);
        }
        if (isSameAdmin1(other)) {
            return OF_DIVISION;
        }
        return chord >= FAR ? otherwise : byDistance(chord);
    }

    /** Most places are far from each other, and are asked nothing else. */
    private static double byDistance(double chord) {
        if (chord >= FAR) {
            return 0;
        }
        if (chord < DAY_TRIP) {
            return chord < NEAR ? 1 : 0.8;
        }
        return chord < REGIONAL ? 0.5 : 0.25;
    }

    /** The square of the way through the globe: quick, and the same as the way over it within one per cent up to 3,000 km. */
    private double chord(Spot other) {
        var east = x - other.x;
        var north = y - other.y;
        var up = z - other.z;
        return east * east + north * north + up * up;
    }

    private static double squared(double kilometres) {
        return kilometres / EARTH_RADIUS_KM * (kilometres / EARTH_RADIUS_KM);
    }
}
