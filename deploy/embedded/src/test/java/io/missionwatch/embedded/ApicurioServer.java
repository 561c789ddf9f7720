package io.missionwatch.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Apicurio Registry in a process of its own, on a JDK that can run it. */
final class ApicurioServer implements AutoCloseable {
    private static final String VERSION = "3.3.3";
    private static final int OLDEST_JDK = 21;
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Process process;
    private final String url;

    private ApicurioServer(Process process, String url) {
        this.process = process;
        this.url = url;
    }

    /** The distribution, if a property names it or the local Maven repository holds it. */
    static Optional<Path> distribution() {
        var file = "io/apicurio/apicurio-registry-app/" + VERSION + "/apicurio-registry-app-" + VERSION + "-all.tar.gz";
        return Stream.of(
                        Path.of(System.getProperty("missionwatch.apicurio", "")),
                        Path.of(System.getProperty("missionwatch.local.repository", ""))
                                .resolve(file))
                .filter(Files::isRegularFile)
                .findFirst();
    }

    /** A java program new enough, if one is found. */
    static Optional<Path> java() throws IOException {
        var homes = Stream.concat(
                Stream.concat(
                                Stream.of(System.getProperty("java.home")),
                                System.getenv().entrySet().stream()
                                        .filter(variable -> variable.getKey().startsWith("JAVA")
                                                && variable.getKey().contains("HOME"))
                                        .map(Map.Entry::getValue))
                        .map(Path::of),
                installed());
        return homes.filter(home -> feature(home) >= OLDEST_JDK)
                .map(home -> home.resolve("bin/java"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static Stream<Path> installed() throws IOException {
        var directory = Path.of("/usr/lib/jvm");
        if (!Files.isDirectory(directory)) {
            return Stream.empty();
        }
        try (var homes = Files.list(directory)) {
            return homes.sorted().toList().stream();
        }
    }

    private static int feature(Path home) {
        try (var lines = Files.lines(home.resolve("release"))) {
            return lines.filter(line -> line.startsWith("JAVA_VERSION="))
                    .map(line -> line.replaceAll("\\D*(\\d+).*", "$1"))
                    .map(Integer::valueOf)
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            return 0;
        }
    }

    static ApicurioServer start(Path distribution, Path java, Path directory) throws Exception {
        run("tar", "-xzf", distribution.toString(), "-C", directory.toString());
        var port = Ports.free(0);
        var command = List.of(
                java.toString(),
                "-Xmx320m",
                "-Dquarkus.http.host=127.0.0.1",
                "-Dquarkus.http.port=" + port,
                "-Dquarkus.management.host=127.0.0.1",
                "-Dquarkus.management.port=" + Ports.free(0),
                "-jar",
                directory.resolve("quarkus-run.jar").toString());
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("server.log").toFile())
                .start();
        var server = new ApicurioServer(process, "http://127.0.0.1:" + port + "/apis/ccompat/v7");
        server.awaitReady();
        return server;
    }

    private static void run(String... command) throws Exception {
        var process = new ProcessBuilder(command).inheritIO().start();
        if (process.waitFor() != 0) {
            throw new IOException("failed: " + Arrays.toString(command));
        }
    }

    private void awaitReady() throws Exception {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!isReady()) {
            if (System.nanoTime() > deadline || process.waitFor(200, TimeUnit.MILLISECONDS)) {
                close();
                throw new IOException("Apicurio Registry did not start");
            }
        }
    }

    private boolean isReady() throws InterruptedException {
        try {
            return new RegistryCalls(url).send("GET", "/subjects", "").statusCode() == 200;
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception e) {
            return false;
        }
    }

    String url() {
        return url;
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
