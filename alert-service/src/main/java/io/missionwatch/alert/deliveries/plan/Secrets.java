package io.missionwatch.alert.deliveries.plan;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** Finds secrets where they are kept, so that the file of deliveries need not hold them. */
final class Secrets {

    private static final String ENVIRONMENT = "env:";
    private static final String FILE = "file:";

    private Secrets() {}

    /**
     * The secret that a text is or points to.
     *
     * @throws IllegalArgumentException when there is none
     */
    static String resolve(String text) {
        if (text.startsWith(ENVIRONMENT)) {
            var name = text.substring(ENVIRONMENT.length());
            return Optional.ofNullable(System.getenv(name))
                    .map(String::strip)
                    .filter(value -> !value.isEmpty())
                    .orElseThrow(() -> new IllegalArgumentException(
                            "names the environment variable " + name + ", which is not set"));
        }
        return text.startsWith(FILE) ? read(text.substring(FILE.length())) : text;
    }

    private static String read(String file) {
        try {
            var text = Files.readString(Path.of(file)).strip();
            if (!text.isEmpty()) {
                return text;
            }
        } catch (IOException | InvalidPathException unreadable) {
            throw new IllegalArgumentException("names a file that cannot be read: " + file, unreadable);
        }
        throw new IllegalArgumentException("names a file that is empty: " + file);
    }
}
