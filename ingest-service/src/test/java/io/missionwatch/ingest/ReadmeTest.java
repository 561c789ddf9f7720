package io.missionwatch.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.missionwatch.ingest.feeds.FeedList;
import io.missionwatch.ingest.submissions.SubmissionBody;
import io.missionwatch.ingest.submissions.SubmissionReader;
import io.missionwatch.runtime.metrics.MetricTable;
import io.missionwatch.runtime.settings.SettingTable;
import io.missionwatch.schema.FeedStatusWord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Holds the README to the code. The message of a failure is what the README should say. */
class ReadmeTest {

    private static final Path README = Path.of("README.md");

    @Test
    void listsTheSettings() throws IOException {
        assertThat(between("settings")).isEqualTo(SettingTable.of(IngestConfig.declared()));
    }

    @Test
    void listsTheMetrics() throws IOException {
        assertThat(between("metrics")).isEqualTo(MetricTable.of(List.of(IngestMetric.values())));
    }

    @Test
    void listsTheStatuses() throws IOException {
        var words = (Map<?, ?>) FeedStatusWord.getClassSchema().getObjectProp("symbolDocs");
        var rows = Arrays.stream(FeedStatusWord.values())
                .map(word -> "| `%s` | %s |\n".formatted(word, words.get(word.name())))
                .collect(Collectors.joining());

        assertThat(between("statuses")).isEqualTo("| status | what it means |\n|---|---|\n" + rows);
    }

    @Test
    void showsAnArticleThatCanBePushed() throws IOException {
        var json = Pattern.compile("```json\n(.*?)```", Pattern.DOTALL).matcher(Files.readString(README));
        assertThat(json.find()).isTrue();

        var lines = SubmissionBody.json(json.group(1), 1, new SubmissionReader(Optional.empty(), true));

        assertThat(lines)
                .singleElement()
                .satisfies(line -> assertThat(line.article()).isPresent());
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
