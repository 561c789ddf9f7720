package io.missionwatch.enrich.places;

/**
 * What choosing among places needs to know of one: how large it is, where it lies and what holds it. Made once for each place of the
 * gazetteer, so that many can be compared with many.
 */
final class Spot {
    private static final double EARTH_RADIUS_KM = 6371;
    private static final double NEAR = squared(40);
    private static final double DAY_TRIP = squared(120);
    private static final double REGIONAL = squared(250);
    private static final double FAR = squared(500);

    private static final double OF_HOLDER = 1;
    private static final double OF_DIVISION = 0.6;
    private static final double OF_COUNTRY = 0.45;
    static final double OF_COMPATRIOT = 0.1;

    private final int place;
    private final PlaceKind kind;
    private final int country;
    private final int admin1;
    private final int admin2;
    private final int people;
    private final double magnitude;
    private final float renown;
    /** On a globe of radius one. */
    private final float x;

    private final float y;
    private final float z;
    private final int box;
    private final long reach;

    /** A place of a number, with so many people, at degrees of latitude and longitude. */
    Spot(int place, PlaceKind kind, Division division, int people, double latitude, double longitude) {
        var north = Math.toRadians(latitude);
        var east = Math.toRadians(longitude);
        this.place = place;
        this.kind = kind;
        country = division.country();
        admin1 = division.admin1();
        admin2 = division.admin2();
        this.people = people;
        magnitude = Math.log10(people + 10.0);
        renown = renown(people);
        x = (float) (Math.cos(north) * Math.cos(east));
        y = (float) (Math.cos(north) * Math.sin(east));
        z = (float) Math.sin(north);
        box = Boxes.at(x, y, z);
        reach = Boxes.around(x, y, z);
    }

    private static float renown(int people) {
        return people <= 0 ? 0 : (float) Math.min(2.8, Math.max(0, (Math.log10(people) - 2.5) * 0.8));
    }

    /** The gazetteer's number. */
    int place() {
        return place;
    }

    PlaceKind kind() {
        return kind;
    }

    /** The number of the country's code. */
    int country() {
        return country;
    }

    /** The number of the division of the first order that it is in or is; zero for none. */
    int admin1() {
        return admin1;
    }

    Division division() {
        return new Division(country, admin1, admin2);
    }

    int people() {
        return people;
    }

    /** The order of magnitude of how many live there: 6 for a million, 1 for nobody. */
    double magnitude() {
        return magnitude;
    }

    /** How well it is known for its people, from 0 for a village to 2.8 for a metropolis. */
    double renown() {
        return renown;
    }

    /** Which of {@link Boxes} it lies in. */
    int box() {
        return box;
    }

    /** The {@link Boxes} outside of which every place is far from it. */
    long reach() {
        return reach;
    }

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
