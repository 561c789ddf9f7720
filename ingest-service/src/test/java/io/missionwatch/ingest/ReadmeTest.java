package io.missionwatch.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.missionwatch.ingest.feeds.FeedList;
import io.missionwatch.runtime.Tables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Holds the README to the code. The message of a failure is what the README should say. */
class ReadmeTest {

    private static final Path README = Path.of("README.md");

    @Test
    void listsTheSettings() throws IOException {
        assertThat(between("settings")).isEqualTo(Tables.settings(IngestConfig.declared()));
    }

    @Test
    void listsTheMetrics() throws IOException {
        assertThat(between("metrics")).isEqualTo(Tables.metrics(List.of(IngestMetric.values())));
    }

    @Test
    void showsAListThatCanBeRead(@TempDir Path folder) throws IOException {
        var yaml = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL).matcher(Files.readString(README));
        assertThat(yaml.find()).isTrue();

        var list = FeedList.read(Files.writeString(folder.resolve("feeds.yaml"), yaml.group(1)));

        assertThat(list.faults()).isEmpty();
        assertThat(list.feeds()).hasSize(2);
    }

    private static String between(String name) throws IOException {
        var text = Files.readString(README);
        var start = "<!-- " + name + " -->\n";
        return text.substring(text.indexOf(start) + start.length(), text.indexOf("<!-- /" + name + " -->"));
    }
}
