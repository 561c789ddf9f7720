package io.missionwatch.e2e;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/** Confluent's JavaScript client, where somebody has installed it: {@code -De2e.node.modules=DIRECTORY}. */
final class JavaScriptReader {

    private static final String SCRIPT = "decode.js";
    private static final String MODULES = System.getProperty("e2e.node.modules", "");

    private JavaScriptReader() {}

    static void assumeInstalled() {
        assumeTrue(
                !MODULES.isEmpty(), "-De2e.node.modules names no directory with @confluentinc/schemaregistry, kafkajs");
        assumeTrue(Files.isDirectory(Path.of(MODULES, "kafkajs")), "no kafkajs in " + MODULES);
    }

    /**
     * Decodes topics.
     *
     * @param records how many records each holds
     * @return what the client said at its end
     */
    static String decode(String broker, String registry, Map<String, Integer> records, Path directory)
            throws IOException, InterruptedException {
        var script = directory.resolve(SCRIPT);
        try (var resource = Objects.requireNonNull(JavaScriptReader.class.getResourceAsStream(SCRIPT), SCRIPT)) {
            Files.copy(resource, script);
        }
        var command = new ArrayList<>(List.of("node", script.toString(), broker, registry));
        records.forEach((topic, count) -> command.add(topic + "=" + count));
        var output = directory.resolve("node.log");
        var node = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        node.environment().put("NODE_PATH", MODULES);
        var process = node.start();
        if (!process.waitFor(2, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            return "not ended in time: " + Files.readString(output);
        }
        return Files.readString(output).strip();
    }
}
