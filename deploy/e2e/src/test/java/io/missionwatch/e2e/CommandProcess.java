package io.missionwatch.e2e;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The command line in a process of its own, as a user starts it, on the class path of this test. */
final class CommandProcess implements AutoCloseable {

    private final Process process;
    private final List<String> printed = new ArrayList<>();
    private final Thread reader = new Thread(this::read, "command-output");

    private CommandProcess(Process process) {
        this.process = process;
    }

    static CommandProcess start(Path directory, List<String> arguments) throws IOException {
        return start(directory, List.of(), "io.missionwatch.quickstart.cli.Missionwatch", arguments);
    }

    /** Starts any main class, with options for its virtual machine. */
    static CommandProcess start(Path directory, List<String> options, String main, List<String> arguments)
            throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Dlogback.configurationFile=missionwatch-logback.xml"));
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main));
        command.addAll(arguments);
        var started = new CommandProcess(new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .start());
        started.reader.setDaemon(true);
        started.reader.start();
        return started;
    }

    /** What it printed so far, standard output and errors in the order they came. */
    List<String> printed() {
        synchronized (printed) {
            return List.copyOf(printed);
        }
    }

    boolean hasPrinted(String part) {
        return printed().stream().anyMatch(line -> line.contains(part));
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Waits for it to end by itself; answers its exit code. */
    int end(long seconds) throws InterruptedException {
        if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
            throw new AssertionError("not ended within " + seconds + " s; it printed:\n" + text());
        }
        reader.join();
        return process.exitValue();
    }

    /** As Ctrl-C; answers the exit code. */
    int stop(long seconds) throws InterruptedException {
        process.destroy();
        return end(seconds);
    }

    /** As Ctrl-C, and at once another by somebody in a hurry; answers the exit code. */
    int stopTwice(long seconds) throws InterruptedException {
        process.destroy();
        return stop(seconds);
    }

    /** As {@code kill -9}. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    String text() {
        return String.join("\n", printed());
    }

    private void read() {
        try (var lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                synchronized (printed) {
                    printed.add(line);
                }
            }
        } catch (IOException ended) {
            synchronized (printed) {
                printed.add("(output ended: " + ended.getMessage() + ")");
            }
        }
    }

    @Override
    public void close() {
        kill();
    }
}
