package io.missionwatch.quickstart.stack;

import io.missionwatch.runtime.settings.SettingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;

/**
 * Where a running stack can be found: written beside its data while it runs, read by the commands that speak to it.
 *
 * @param bootstrapServers where its brokers are
 * @param registry where its schema registry is
 * @param door where it takes articles and changes of feeds
 */
public record Whereabouts(String bootstrapServers, URI registry, URI door) {

    private static final String FILE = "running.properties";

    /** Writes them; they are forgotten when what is returned is closed. */
    AutoCloseable write(Path directory) {
        var file = directory.resolve(FILE);
        try {
            Files.createDirectories(directory);
            Files.write(file, List.of("kafka=" + bootstrapServers, "schema.registry.url=" + registry, "door=" + door));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return () -> Files.deleteIfExists(file);
    }

    /**
     * Those of the stack that runs on a directory.
     *
     * @throws SettingException when none does
     */
    public static Whereabouts read(Path directory) throws IOException {
        var file = directory.resolve(FILE);
        if (!Files.exists(file)) {
            throw new SettingException("nothing runs on " + directory
                    + "; start missionwatch run, name its directory with --data, or give --kafka and --registry");
        }
        var properties = new Properties();
        try (var text = Files.newBufferedReader(file)) {
            properties.load(text);
        }
        return new Whereabouts(
                properties.getProperty("kafka"),
                URI.create(properties.getProperty("schema.registry.url")),
                URI.create(properties.getProperty("door")));
    }
}
