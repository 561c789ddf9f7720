package io.missionwatch.alert.patterns;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The patterns that come with the service. */
public final class BuiltInPatterns {

    private static final String INDEX = "index.txt";

    private BuiltInPatterns() {}

    /** All of them, in the order of their names. */
    public static List<PatternText> all() {
        return text(INDEX)
                .lines()
                .filter(line -> !line.isBlank())
                .map(file -> PatternText.of(file, text(file)))
                .toList();
    }

    private static String text(String file) {
        try (InputStream in = BuiltInPatterns.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("no built-in pattern " + file);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
