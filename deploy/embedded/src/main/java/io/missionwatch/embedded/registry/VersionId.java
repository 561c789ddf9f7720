package io.missionwatch.embedded.registry;

import java.util.List;
import java.util.Optional;

/** A version as a path names it: a number from 1, or the latest. */
record VersionId(Optional<Integer> number) {
    private static final int INVALID_VERSION = 42202;

    static VersionId parse(String text) {
        if (text.equals("latest") || text.equals("-1")) {
            return new VersionId(Optional.empty());
        }
        try {
            var number = Integer.parseInt(text);
            if (number > 0) {
                return new VersionId(Optional.of(number));
            }
        } catch (NumberFormatException e) {
            throw invalid(text);
        }
        throw invalid(text);
    }

    private static RegistryError invalid(String text) {
        return new RegistryError(
                INVALID_VERSION,
                "The specified version '" + text
                        + "' is not a valid version id. Allowed values are between [1, 2^31-1] and the string \"latest\"");
    }

    boolean isLatest() {
        return number.isEmpty();
    }

    /** The version among those of a subject, which are in rising order. */
    Optional<StoredSchema> among(List<StoredSchema> versions) {
        return versions.stream()
                .filter(schema -> isLatest() || schema.version() == number.get())
                .reduce((earlier, later) -> later);
    }
}
