package io.missionwatch.e2e;

import java.nio.file.Path;

/** The checkout that the tests run in. */
final class Repository {

    private Repository() {}

    static Path root() {
        return Path.of("").toAbsolutePath().getParent().getParent();
    }
}
