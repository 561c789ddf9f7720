package io.missionwatch.quickstart.demo;

import io.missionwatch.embedded.Ports;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Properties;

/**
 * What a demo must remember so that, after it was killed, starting it again goes on with the very same feeds: when it
 * started, and the port that its links carry.
 *
 * @param directory everything the demo keeps
 * @param startedAt when its first run started, to the second
 * @param feedPort the port of its feeds
 * @param resumed it was interrupted before
 */
public record DemoSession(Path directory, Instant startedAt, int feedPort, boolean resumed) {

    private static final String FILE = "demo.properties";

    /**
     * The session of a directory: the interrupted one that it holds, or a new one.
     *
     * @throws IOException when the directory cannot be written
     */
    public static DemoSession in(Path directory, Instant now) throws IOException {
        var file = directory.resolve(FILE);
        if (Files.exists(file)) {
            return read(directory, Files.readString(file));
        }
        Files.createDirectories(directory);
        var session = new DemoSession(directory, now.truncatedTo(ChronoUnit.SECONDS), Ports.free(0), false);
        Files.writeString(file, "started-at=%s%nfeed-port=%d%n".formatted(session.startedAt(), session.feedPort()));
        return session;
    }

    private static DemoSession read(Path directory, String text) throws IOException {
        var properties = new Properties();
        properties.load(new StringReader(text));
        try {
            return new DemoSession(
                    directory,
                    Instant.parse(properties.getProperty("started-at", "")),
                    Integer.parseInt(properties.getProperty("feed-port", "")),
                    true);
        } catch (DateTimeException | NumberFormatException damaged) {
            throw new IOException(directory.resolve(FILE) + " is damaged; start with --fresh to begin anew", damaged);
        }
    }

    /** Forgets a demo: deletes what its directory holds, if it is a demo's. */
    public static void forget(Path directory) throws IOException {
        if (!Files.exists(directory.resolve(FILE))) {
            return;
        }
        try (var files = Files.walk(directory)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
