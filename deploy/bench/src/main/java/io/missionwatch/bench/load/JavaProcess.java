package io.missionwatch.bench.load;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A main class in a Java process of its own, on the class path of this one. */
public record JavaProcess(Process process, BufferedReader out) implements AutoCloseable {

    private static final long BYTES_IN_KIB = 1024;

    /** Starts it. */
    public static JavaProcess start(List<String> options, String main, List<String> arguments) throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main));
        command.addAll(arguments);
        var process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        return new JavaProcess(
                process, new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)));
    }

    /** The next line that it prints. */
    public String line() throws IOException {
        var line = out.readLine();
        if (line == null) {
            throw new IOException("the process ended");
        }
        return line;
    }

    /**
     * Makes sure that it still runs.
     *
     * @throws IOException when it has ended
     */
    void requireAlive() throws IOException {
        if (!process.isAlive()) {
            throw new IOException("the process ended with " + process.exitValue());
        }
    }

    /** Processor time that it has used. */
    public Duration cpu() {
        return process.info().totalCpuDuration().orElseThrow();
    }

    /** Resident memory in bytes, now. */
    public long resident() throws IOException {
        return Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * BYTES_IN_KIB)
                .findFirst()
                .orElseThrow();
    }

    /** Asks it to end, and makes it end where it does not. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(15, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }
}
