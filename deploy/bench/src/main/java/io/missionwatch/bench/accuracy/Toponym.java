package io.missionwatch.bench.accuracy;

import java.util.Locale;

/** A place name in a text, with where on earth it lies. */
record Toponym(String phrase, double latitude, double longitude, int start, int end) {
    private static final int MOST_UNITS_APART = 10;

    Toponym {
        phrase = phrase.toLowerCase(Locale.ROOT);
    }

    /** The same words at almost the same place of the text; the sets count offsets in different ways. */
    boolean isSameAs(Toponym other) {
        return Math.abs(start + end - other.start - other.end) < 2 * MOST_UNITS_APART && phrase.equals(other.phrase);
    }

    double kilometresTo(Toponym other) {
        return kilometres(latitude, longitude, other.latitude, other.longitude);
    }

    static double kilometres(double latitude, double longitude, double otherLatitude, double otherLongitude) {
        var half = Math.pow(Math.sin(Math.toRadians(otherLatitude - latitude) / 2), 2)
                + Math.cos(Math.toRadians(latitude))
                        * Math.cos(Math.toRadians(otherLatitude))
                        * Math.pow(Math.sin(Math.toRadians(otherLongitude - longitude) / 2), 2);
        return 2 * 6371 * Math.asin(Math.min(1, Math.sqrt(half)));
    }
}
