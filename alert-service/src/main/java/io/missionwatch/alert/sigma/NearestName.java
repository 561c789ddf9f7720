package io.missionwatch.alert.sigma;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** Guesses which of several names somebody meant who wrote another one. */
final class NearestName {
    private static final int FURTHEST = 2;

    private NearestName() {}

    /** The nearest name that differs by two letters at most, and by less than half of what is written. */
    static Optional<String> to(String written, Collection<String> names) {
        int nearest = Math.min(FURTHEST, (written.length() - 1) / 2) + 1;
        Optional<String> found = Optional.empty();
        for (var name : names) {
            int distance = distance(written.toLowerCase(Locale.ROOT), name.toLowerCase(Locale.ROOT));
            if (distance < nearest) {
                nearest = distance;
                found = Optional.of(name);
            }
        }
        return found;
    }

    /** A question to put behind the name that is unknown; nothing where no name is near. */
    static String hint(String written, Collection<String> names) {
        return to(written, names).map(name -> " (did you mean '" + name + "'?)").orElse("");
    }

    /** How many letters have to be put, taken away or changed to make one word of the other. */
    private static int distance(String one, String other) {
        var row = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int changed = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[other.length()];
    }
}
