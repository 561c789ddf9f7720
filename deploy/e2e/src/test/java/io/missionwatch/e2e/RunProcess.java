package io.missionwatch.e2e;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code missionwatch run} or {@code demo} in a process of its own, to be killed. */
record RunProcess(CommandProcess command) implements AutoCloseable {

    private static final Pattern BROKER = Pattern.compile("Kafka broker on (\\S+)");
    private static final Pattern REGISTRY = Pattern.compile("schema registry on (\\S+)");

    static RunProcess start(Path directory, List<String> arguments) throws IOException {
        return new RunProcess(CommandProcess.start(directory, arguments));
    }

    /** Whether all of it has started; an error if it ended instead. */
    boolean isUp() {
        if (!command.isAlive()) {
            throw new AssertionError("it ended by itself; it printed:\n" + command.text());
        }
        return command.hasPrinted("Console: ");
    }

    String bootstrapServers() {
        return first(BROKER);
    }

    String registry() {
        return first(REGISTRY);
    }

    private String first(Pattern pattern) {
        return command.printed().stream()
                .map(pattern::matcher)
                .filter(Matcher::find)
                .map(found -> found.group(1))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public void close() {
        command.close();
    }
}
