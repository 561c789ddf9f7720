package io.missionwatch.bench.accuracy;

import java.util.Locale;

/** The form in which the sets' own scorer compares names: without case, hyphens and other signs. */
final class ComparedName {

    private ComparedName() {}

    static String of(String name) {
        return name.toLowerCase(Locale.ROOT)
                .replace('-', ' ')
                .replaceAll("[^a-z0-9 ]", "")
                .strip();
    }
}
