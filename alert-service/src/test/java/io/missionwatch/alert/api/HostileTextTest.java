package io.missionwatch.alert.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.missionwatch.serde.AvroSerdes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What feeds say to harm whoever reads it comes through every way out unharmed and harmless. */
class HostileTextTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    static List<String> corpus() {
        try (var in = HostileTextTest.class.getResourceAsStream("/cases/hostile-text.yaml")) {
            return new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @BeforeAll
    static void trustOurRecords() {
        AvroSerdes.local().close();
    }

    @ParameterizedTest
    @MethodSource("corpus")
    void jsonHoldsTheTextOnOneLineAsItIs(String text) throws IOException {
        var data = new StreamedAlert(0, 0, SampleAlerts.alert("id", text)).data();

        assertThat(data).doesNotContain('\n', '\r');
        if (isWellFormed(text)) {
            assertThat(JSON.readTree(data).path("title").textValue()).isEqualTo(text);
        }
    }

    @ParameterizedTest
    @MethodSource("corpus")
    void theMapHoldsTheTextAsItIs(String text) throws IOException {
        var map = GeoJson.of(List.of(SampleAlerts.alert("id", text))).toString();

        assertThat(JSON.readTree(map).at("/features/0/properties/title").textValue())
                .isEqualTo(text);
    }

    @ParameterizedTest
    @MethodSource("corpus")
    void theTableKeepsItsShapeAndStartsNoFormula(String text) {
        var rows = read(Csv.of(List.of(SampleAlerts.alert("id", text))));

        assertThat(rows).hasSize(2);
        assertThat(rows.get(1)).hasSameSizeAs(Csv.columnNames());
        assertThat(rows.get(1))
                .allSatisfy(cell -> assertThat(cell).doesNotMatch("(?s)[\\s\\u00a0]*[=+@\\-|%\\uFF1D].*"));
        assertThat(rows.get(1))
                .allSatisfy(cell -> assertThat(cell.chars())
                        .noneMatch(letter -> Character.isISOControl(letter) && letter != '\n')
                        .noneMatch(letter -> letter >= 0x202A && letter <= 0x202E));
        assertThat(rows.get(1).get(0)).isEqualTo("id");
    }

    @Test
    void plainTextStaysAsItIs() {
        assertThat(Csv.cell("A bomb outside the embassy")).isEqualTo("A bomb outside the embassy");
        assertThat(Csv.cell("Kabul, \"green zone\"")).isEqualTo("\"Kabul, \"\"green zone\"\"\"");
        assertThat(Csv.cell("سفارت روسیه")).isEqualTo("سفارت روسیه");
    }

    /** Half of a pair of surrogates is no character; it becomes a question mark on the way to UTF-8. */
    private static boolean isWellFormed(String text) {
        return text.codePoints().noneMatch(letter -> letter >= 0xD800 && letter <= 0xDFFF);
    }

    /** Reads CSV by the rules of RFC 4180. */
    private static List<List<String>> read(String csv) {
        var rows = new ArrayList<List<String>>();
        var row = new ArrayList<String>();
        var cell = new StringBuilder();
        boolean quoted = false;
        for (int at = 0; at < csv.length(); at++) {
            char letter = csv.charAt(at);
            if (quoted && letter == '"' && at + 1 < csv.length() && csv.charAt(at + 1) == '"') {
                cell.append('"');
                at++;
            } else if (letter == '"') {
                quoted = !quoted;
            } else if (!quoted && letter == ',') {
                row.add(cell.toString());
                cell.setLength(0);
            } else if (!quoted && letter == '\r') {
                row.add(cell.toString());
                cell.setLength(0);
                rows.add(List.copyOf(row));
                row.clear();
                at++;
            } else {
                cell.append(letter);
            }
        }
        return rows;
    }
}
