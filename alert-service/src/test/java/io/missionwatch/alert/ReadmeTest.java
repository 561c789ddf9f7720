package io.missionwatch.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.missionwatch.alert.metrics.AlertMetric;
import io.missionwatch.runtime.metrics.MetricTable;
import io.missionwatch.runtime.settings.SettingTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReadmeTest {

    @Test
    void listsEverySetting() throws IOException {
        assertThat(part("settings")).isEqualTo(SettingTable.of(AlertConfig.declared()));
    }

    @Test
    void listsEveryMetric() throws IOException {
        assertThat(part("metrics")).isEqualTo(MetricTable.of(List.of(AlertMetric.values())));
    }

    @Test
    void saysOfEveryStoreHowLongItRemembers() throws IOException {
        var topology = Files.readString(Path.of("src/test/resources/topology.txt"));
        var stores = Pattern.compile("stores: \\[([^]]+)]")
                .matcher(topology)
                .results()
                .flatMap(found -> Stream.of(found.group(1).split(", ")))
                .collect(Collectors.toSet());
        var listed = part("stores")
                .lines()
                .map(row -> row.split("\\|", -1)[1])
                .flatMap(cell -> Pattern.compile("`([a-z-]+)`").matcher(cell).results())
                .map(name -> name.group(1))
                .collect(Collectors.toSet());

        assertThat(listed).isEqualTo(stores);
    }

    private static String part(String name) throws IOException {
        var text = Files.readString(Path.of("README.md"));
        var begin = "<!-- " + name + " -->\n";
        return text.substring(text.indexOf(begin) + begin.length(), text.indexOf("<!-- /" + name + " -->"));
    }
}
