package io.missionwatch.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.missionwatch.topics.TopicTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README shows is true: its commands run, its topic table is the catalogue's. */
class ReadmeTest {

    private static final String COMMAND = "deploy/missionwatch ";

    @TempDir
    private Path directory;

    private final String readme = read(Repository.root().resolve("README.md"));

    @Test
    void showsTheTopicTableOfTheCatalogue() {
        assertThat(readme)
                .as("the table between <!-- topics --> and <!-- /topics --> is to be:\n" + TopicTable.markdown())
                .contains(TopicTable.markdown());
    }

    @Test
    void showsCommandsThatRun() throws Exception {
        Files.createSymbolicLink(directory.resolve("deploy"), Repository.root().resolve("deploy"));
        Files.writeString(directory.resolve("feeds.yaml"), feedsOfTheReadme());

        var commands = readme.lines()
                .filter(line -> line.startsWith(COMMAND))
                .map(line -> line.substring(COMMAND.length()))
                .toList();

        assertThat(commands).hasSizeGreaterThan(6);
        for (var command : commands) {
            if (command.startsWith("demo") || command.startsWith("run")) {
                startsAndStops(command);
            } else {
                endsWell(command);
            }
        }
    }

    private void endsWell(String line) throws Exception {
        try (var command = CommandProcess.start(directory, words(line))) {
            assertThat(command.end(60)).as(line + "\n" + command.text()).isZero();
        }
    }

    private void startsAndStops(String line) throws Exception {
        var arguments = new ArrayList<>(words(line));
        arguments.add("--port=0");
        try (var command = CommandProcess.start(directory, arguments)) {
            Deadline.await(line).until(() -> {
                assertThat(command.isAlive()).as(command.text()).isTrue();
                return command.hasPrinted("Console: ");
            });
            assertThat(command.stop(10)).as(line + "\n" + command.text()).isIn(0, 143);
        }
    }

    /** The file that the README shows, with feeds of this machine in place of those of the world, which it must refuse. */
    private String feedsOfTheReadme() {
        var yaml = readme.substring(readme.indexOf("```yaml") + "```yaml\n".length());
        return yaml.substring(0, yaml.indexOf("```")).replaceAll("https://[^/\\s]+", "http://127.0.0.1:9");
    }

    private static List<String> words(String line) {
        return Arrays.asList(line.strip().split("\\s+"));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
