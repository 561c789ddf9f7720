package io.missionwatch.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.missionwatch.alert.metrics.AlertMetric;
import io.missionwatch.runtime.metrics.MetricTable;
import io.missionwatch.runtime.settings.SettingTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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

    private static String part(String name) throws IOException {
        var text = Files.readString(Path.of("README.md"));
        var begin = "<!-- " + name + " -->\n";
        return text.substring(text.indexOf(begin) + begin.length(), text.indexOf("<!-- /" + name + " -->"));
    }
}
