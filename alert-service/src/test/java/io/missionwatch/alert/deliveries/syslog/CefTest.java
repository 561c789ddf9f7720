package io.missionwatch.alert.deliveries.syslog;

import static org.assertj.core.api.Assertions.assertThat;

import io.missionwatch.alert.deliveries.Alerts;
import io.missionwatch.alert.deliveries.HostileText;
import io.missionwatch.schema.Severity;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CefTest {

    @Test
    void hasSevenHeaderFieldsAndAnExtension() {
        var cef = Cef.of(Alerts.first());

        assertThat(cef)
                .startsWith("CEF:0|Missionwatch|Missionwatch|1|attack-on-mission|"
                        + "Attack on the embassy of Russia in Kabul|8|rt=1772452800000 ")
                .contains(" externalId=" + Alerts.ID + " ")
                .contains(" cs3=embassy of RU in Kabul, AF cs3Label=missions ")
                .contains(" request=https://news.example/a ");
    }

    @ParameterizedTest
    @CsvSource({"INFORMATIONAL, 1", "LOW, 3", "MEDIUM, 6", "HIGH, 8", "CRITICAL, 10"})
    void severityIsANumber(Severity severity, String number) {
        var alert = Alerts.alert("a", 1).setSeverity(severity).build();

        assertThat(header(Cef.of(alert)).get(6)).isEqualTo(number);
    }

    @Test
    void escapesWhatEachPartMustEscape() {
        assertThat(Cef.inHeader("a|b\\c=d\r\ne")).isEqualTo("a\\|b\\\\c=d e");
        assertThat(Cef.inExtension("a|b\\c=d\r\ne")).isEqualTo("a|b\\\\c\\=d\\r\\ne");
    }

    @Test
    void noTextOfAFeedForgesAFieldOrALine() {
        HostileText.all().forEach(text -> {
            var cef = Cef.of(HostileText.in(text));

            assertThat(cef).doesNotContain("\n", "\r", "\u0000", "\u2028");
            assertThat(header(cef)).hasSize(8);
            assertThat(header(cef).get(6)).isEqualTo("8");
            assertThat(header(cef).get(7)).startsWith("rt=");
            assertThat(cef).doesNotContain(" act=forged");
        });
    }

    /** The fields of the header and the extension, read as CEF's own parsers do: at pipes that are not escaped. */
    private static List<String> header(String cef) {
        var fields = new ArrayList<String>();
        var field = new StringBuilder();
        for (int i = 0; i < cef.length(); i++) {
            if (cef.charAt(i) == '|' && fields.size() < 7) {
                fields.add(field.toString());
                field.setLength(0);
            } else if (cef.charAt(i) == '\\' && fields.size() < 7) {
                field.append(cef.charAt(++i));
            } else {
                field.append(cef.charAt(i));
            }
        }
        fields.add(field.toString());
        return fields;
    }
}
