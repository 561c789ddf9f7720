package io.missionwatch.alert.patterns;

import static org.assertj.core.api.Assertions.assertThat;

import io.missionwatch.alert.sigma.ValueListFiles;
import io.missionwatch.alert.sigma.ValueLists;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PatternsCommandsTest {
    private static final String RULE = """
            title: Shell started
            id: 7a1f0a8e-0000-4000-8000-000000000001
            logsource: {category: process_creation}
            detection:
              selection:
                Image|endswith: '\\sh.exe'
              condition: selection
            """;

    private static final String CORRELATED = """
            title: Shell
            name: shell
            logsource: {category: process_creation}
            detection:
              selection: {Image: sh}
              condition: selection
            ---
            title: Often
            name: often
            correlation:
              type: event_count
              rules: [shell]
              group-by: [User]
              timespan: 10m
              condition: {gte: 2}
            """;

    private static final String WITH_EXAMPLES = """
            title: Two attacks
            id: two-attacks
            correlation:
              type: event_count
              rules: [attack]
              group-by: [place.country]
              timespan: 1d
              condition:
                gte: 2
            level: high
            missionwatch:
              examples:
                - title: two in a day
                  matches: true
                  events:
                    - {time: 2026-03-01T12:00:00Z, event: {type: ATTACK}, place: {country: AF}}
                    - {time: 2026-03-01T18:00:00Z, event: {type: ATTACK}, place: {country: AF}}
                - title: two in a week
                  matches: false
                  events:
                    - {time: 2026-03-01T12:00:00Z, event: {type: ATTACK}, place: {country: AF}}
                    - {time: 2026-03-08T12:00:00Z, event: {type: ATTACK}, place: {country: AF}}
                - title: no attack
                  matches: false
                  event: {event: {type: PROTEST}, place: {country: AF}}
            ---
            title: Attack
            name: attack
            logsource: {product: missionwatch, category: news_event}
            detection:
              what: {event.type: ATTACK}
              condition: what
            """;

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void checkIsSilentAboutValidRules() throws IOException {
        write("good.yml", RULE);

        assertThat(check()).isZero();
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void checkNamesFileLineAndReasonOfEachFault() throws IOException {
        var bad = write("bad.yml", RULE.replace("endswith", "endwith"));
        var empty = write("empty.yml", "# nothing\n");
        write("good.yaml", RULE);

        assertThat(check()).isEqualTo(1);
        assertThat(out.toString().lines())
                .satisfiesExactly(
                        line -> assertThat(line).startsWith(bad + ":6: 'Image|endwith': unknown modifier 'endwith'"),
                        line -> assertThat(line).isEqualTo(empty + ":1: file is empty; expected a rule"));
    }

    @Test
    void checkTellsEverythingThatIsWrongInTheOrderOfItsLines() throws IOException {
        var bad = write(
                "bad.yml",
                RULE.replace("|endswith", "|endwith").replace("condition: selection", "condition: elsewhere"));

        assertThat(check()).isEqualTo(1);
        assertThat(out.toString().lines())
                .satisfiesExactly(
                        line -> assertThat(line).startsWith(bad + ":6: 'Image|endwith': unknown modifier"),
                        line -> assertThat(line).startsWith(bad + ":7: 'condition': search identifier 'elsewhere'"));
    }

    @Test
    void checkRefusesWhatTheServiceWouldRefuse() throws IOException {
        var file = write("attack.yaml", WITH_EXAMPLES.replace("missionwatch:", """
                missionwatch:
                  absence: {without: attack, within: 2d}"""));

        assertThat(check()).isEqualTo(1);
        assertThat(out.toString()).startsWith(file + ":1: 'absence' in a correlation; expected it in a rule");
    }

    @Test
    void placeholdersStandForTheValuesOfAFile() throws IOException {
        write("rule.yml", RULE.replace("Image|endswith: '\\sh.exe'", "Image|expand|endswith: '%Shells%'"));
        var lists = ValueListFiles.read(List.of(write("lists.txt", "Shells: ['\\sh.exe', '\\zsh']\n")));
        var events = write("events.json", "[{\"Image\": \"a\\\\ZSH\"}, {\"Image\": \"a\\\\csh\"}]");

        assertThat(new PatternsCheck(out, ValueLists.NONE).check(List.of(folder)))
                .isEqualTo(1);
        assertThat(out.toString()).contains("no value list for the placeholder %Shells%");
        out.getBuffer().setLength(0);
        assertThat(new PatternsMatch(out, err, lists).match(List.of(folder), events, List.of()))
                .isZero();
        assertThat(out.toString()).isEqualTo(match(1));
    }

    @Test
    void checkNamesAPathThatIsNotThere() {
        var missing = folder.resolve("missing.yml");

        assertThat(new PatternsCheck(out, ValueLists.NONE).check(List.of(missing)))
                .isEqualTo(1);
        assertThat(out.toString()).startsWith(missing + ":1: ");
    }

    @Test
    void matchNumbersTheEventsOfJsonLines() throws IOException {
        assertThat(match("{\"Image\": \"C:\\\\sh.exe\"}\n{\"Image\": \"other\"}\n{\"Image\": \"\\\\sh.exe\"}\n"))
                .isEqualTo(match(1, 3));
    }

    @Test
    void matchReadsOneObjectOverSeveralLines() throws IOException {
        assertThat(match("{\n  \"Image\":\n  \"C:\\\\sh.exe\"\n}\n")).isEqualTo(match(1));
    }

    @Test
    void matchReadsAnArray() throws IOException {
        assertThat(match("[{\"Image\": \"x\"}, {\"Image\": \"C:\\\\sh.exe\"}]")).isEqualTo(match(2));
    }

    @Test
    void matchLooksUnderItsRoots() throws IOException {
        assertThat(match("{\"Event\": {\"EventData\": {\"Image\": \"C:\\\\sh.exe\"}}}", "Event.EventData"))
                .isEqualTo(match(1));
    }

    @Test
    void matchGoesOnWithoutTheRulesThatAreRefused() throws IOException {
        write("bad.yml", "title: no rule\n");

        assertThat(match("{\"Image\": \"C:\\\\sh.exe\"}")).isEqualTo(match(1));
        assertThat(err.toString()).contains("bad.yml:1: ");
    }

    @Test
    void matchSaysWhereTheEventsAreNoJson() throws IOException {
        write("rule.yml", RULE);
        var events = write("events.jsonl", "{\"Image\": \"C:\\\\sh.exe\"}\n5\n");

        int code = new PatternsMatch(out, err, ValueLists.NONE).match(List.of(folder), events, List.of());

        assertThat(code).isEqualTo(1);
        assertThat(out.toString()).isEqualTo(match(1));
        assertThat(err.toString()).contains("line 2: expected a JSON object");
    }

    @Test
    void matchTellsACorrelationWithTheEventThatCompletesIt() throws IOException {
        write("rule.yml", CORRELATED);
        var events = write("events.jsonl", """
                {"@timestamp": "2026-11-21T10:00:00Z", "Image": "sh", "User": "bob"}
                {"@timestamp": "2026-11-21 10:04:00.5", "Image": "sh", "User": "eve"}
                {"@timestamp": "2026-11-21T12:05:00+02:00", "Image": "sh", "User": "bob"}
                """);

        int code = new PatternsMatch(out, err, ValueLists.NONE).match(List.of(folder), events, List.of());

        assertThat(code).isZero();
        assertThat(out.toString()).isEqualTo("{\"event\":3,\"pattern\":\"often\"}%n".formatted());
    }

    @Test
    void matchTellsTheRulesOfACorrelationTooWhereItGeneratesThem() throws IOException {
        write("rule.yml", CORRELATED + "generate: true\n");
        var events = write("events.json", "{\"@timestamp\": 1795255200, \"Image\": \"sh\", \"User\": \"bob\"}");

        new PatternsMatch(out, err, ValueLists.NONE).match(List.of(folder), events, List.of());

        assertThat(out.toString()).isEqualTo("{\"event\":1,\"pattern\":\"shell\"}%n".formatted());
    }

    @Test
    void matchTellsTheRulesOfACorrelationWhereEventsHaveNoTime() throws IOException {
        write("rule.yml", CORRELATED);
        var events = write("events.json", "{\"Image\": \"sh\", \"User\": \"bob\"}");

        new PatternsMatch(out, err, ValueLists.NONE).match(List.of(folder), events, List.of());

        assertThat(out.toString()).isEqualTo("{\"event\":1,\"pattern\":\"shell\"}%n".formatted());
        assertThat(err.toString()).contains("1 matches were not correlated");
    }

    @Test
    void testTriesTheExamplesInsideThePatterns() throws IOException {
        write("attack.yaml", WITH_EXAMPLES);

        assertThat(new PatternsTest(out, ValueLists.NONE).test(List.of(folder))).isZero();
        assertThat(out.toString()).isEqualTo("1 patterns, 3 examples, 0 failures%n".formatted());
    }

    @Test
    void testNamesAnExampleThatComesOutOtherwise() throws IOException {
        var file = write("attack.yaml", WITH_EXAMPLES.replace("gte: 2", "gte: 3"));

        assertThat(new PatternsTest(out, ValueLists.NONE).test(List.of(folder))).isEqualTo(1);
        assertThat(out.toString().lines())
                .containsExactly(
                        file + ":1: 'two in a day': expected a match, found none",
                        "1 patterns, 3 examples, 1 failures");
    }

    @Test
    void testNamesTheFaultOfAPatternThatCannotBeHonoured() throws IOException {
        var file = write("attack.yaml", WITH_EXAMPLES.replace("gte: 2", "gte: two"));

        assertThat(new PatternsTest(out, ValueLists.NONE).test(List.of(folder))).isEqualTo(1);
        assertThat(out.toString()).startsWith(file + ":9: ");
    }

    private int check() {
        return new PatternsCheck(out, ValueLists.NONE).check(List.of(folder));
    }

    private String match(String json, String... roots) throws IOException {
        write("rule.yml", RULE);
        var events = write("events.json", json);
        int code = new PatternsMatch(out, err, ValueLists.NONE).match(List.of(folder), events, List.of(roots));
        assertThat(code).isZero();
        return out.toString();
    }

    private static String match(int... events) {
        var lines = new StringBuilder();
        for (int event : events) {
            lines.append("{\"event\":%d,\"pattern\":\"7a1f0a8e-0000-4000-8000-000000000001\"}%n".formatted(event));
        }
        return lines.toString();
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }
}
