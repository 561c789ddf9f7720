package io.missionwatch.alert.sigma;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SigmaFilesTest {
    private static final Path PUBLISHED = Path.of("../../shared/schemas/sigma/tests/schema");

    private static final String RULE = """
            title: Evacuation
            id: 929a690e-bef0-4204-a928-ef5e620d6fcc
            status: experimental
            author: [A, B]
            date: 2026-11-21
            tags: [mission.evacuation]
            logsource: {product: missionwatch, category: news_event}
            detection:
              selection:
                event.type: EVACUATION
                mission.type: [EMBASSY, CONSULATE]
              filter:
                event.modality|neq: ASSERTED
              condition: selection and not filter
            falsepositives: [Drills]
            level: high
            missionwatch:
              group-by: [place.country]
              suppress-for: 36h
              absence: {without: all_clear, within: 2w}
              min-independent-origins: 2
              within-km: 25
              mode: shadow
              title: 'Evacuation in {place.name}'
              examples:
                - title: an embassy is evacuated
                  matches: true
                  event: {event: {type: EVACUATION, killed_min: 0}, mission: [{type: EMBASSY}]}
            ---
            title: All clear
            name: all_clear
            logsource: {product: missionwatch, category: news_event}
            detection: {selection: {event.type: REOPENING}, condition: selection}
            """;

    @TempDir
    private Path folder;

    @Test
    void readsWhatARuleSaysOfItself() {
        var head = read(RULE).get(0).head();

        assertThat(head.id()).isEqualTo("929a690e-bef0-4204-a928-ef5e620d6fcc");
        assertThat(head.title()).isEqualTo("Evacuation");
        assertThat(head.status()).contains(Status.EXPERIMENTAL);
        assertThat(head.level()).contains(Level.HIGH);
        assertThat(head.author()).contains("A, B");
        assertThat(head.date()).contains(LocalDate.of(2026, 11, 21));
        assertThat(head.tags()).containsExactly("mission.evacuation");
        assertThat(head.falsePositives()).containsExactly("Drills");
    }

    @Test
    void readsWhatMissionwatchIsToDo() {
        var handling = read(RULE).get(0).handling();

        assertThat(handling.groupBy()).containsExactly("place.country");
        assertThat(handling.suppressFor())
                .hasValueSatisfying(span -> assertThat(span).hasHours(36));
        assertThat(handling.absence()).hasValueSatisfying(absence -> {
            assertThat(absence.without()).containsExactly("all_clear");
            assertThat(absence.within()).hasDays(14);
        });
        assertThat(handling.minIndependentOrigins()).isEqualTo(2);
        assertThat(handling.withinKm()).contains(new Handling.Nearness(25, List.of()));
        assertThat(handling.mode()).isEqualTo(Handling.Mode.SHADOW);
        assertThat(handling.title().map(title -> title.render(field -> "<" + field + ">")))
                .contains("Evacuation in <place.name>");
    }

    @Test
    void givesExamplesAsEventsThatCanBeMatched() {
        var rule = (DetectionRule) read(RULE).get(0);
        var example = rule.handling().examples().get(0);

        assertThat(example.matches()).isTrue();
        assertThat(rule.match(EventTree.of(example.events().get(0)))).isPresent();
    }

    @Test
    void aRuleWithoutTheKeyIsHandledPlainly() {
        assertThat(read(RULE).get(1).handling()).isEqualTo(Handling.PLAIN);
    }

    @Test
    void rulesOfSeveralTextsMayReferToEachOther() {
        var parts = RULE.split("---\n", 2);

        var reading = SigmaFiles.readTexts(Map.of("a.yml", parts[0], "b.yml", parts[1]), ValueLists.NONE);

        assertThat(reading.faults()).isEmpty();
        assertThat(reading.rules()).hasSize(2);
    }

    @Test
    void aFaultyDocumentLeavesItsNeighboursAlone() {
        var reading = SigmaFiles.readText("r.yml", "title: broken\n---\n" + RULE, ValueLists.NONE);

        assertThat(reading.rules()).hasSize(2);
        assertThat(reading.faults()).singleElement().asString().startsWith("r.yml:1: neither 'detection'");
    }

    @Test
    void namesAFileThatIsNoUtf8() throws IOException {
        var file = folder.resolve("latin.yml");
        Files.write(file, "title: Überfall".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(SigmaFiles.read(List.of(file), ValueLists.NONE).faults())
                .containsExactly(new Fault(file.toString(), 1, "file is not UTF-8; expected that encoding"));
    }

    @Test
    void readsFoldersWithAllThatIsInThem() throws IOException {
        Files.createDirectories(folder.resolve("deep/down"));
        Files.writeString(folder.resolve("deep/down/rule.YML"), "\ufeff" + RULE);
        Files.writeString(folder.resolve("deep/notes.txt"), "no rule");

        assertThat(SigmaFiles.read(List.of(folder), ValueLists.NONE).rules()).hasSize(2);
    }

    @Property(tries = 200)
    void anyTextBecomesRulesOrFaults(@ForAll("scribbles") String text) {
        var reading = SigmaFiles.readText("r.yml", text, ValueLists.NONE);

        assertThat(reading.rules().size()
                        + reading.filters().size()
                        + reading.faults().size())
                .isPositive();
        assertThat(reading.faults())
                .allMatch(fault -> fault.line() >= 1 && !fault.reason().isBlank());
    }

    /** Rules with lines of other rules put in, moved, cut and mistyped. */
    @Provide
    Arbitrary<String> scribbles() {
        var lines = List.of(RULE.split("\n"));
        var odd = Arbitraries.of(
                "  - x",
                "correlation:",
                "filter:",
                "  rules: any",
                "  type: temporal",
                "  condition: 1 of",
                "detection: *a",
                "a: &a [*a]",
                "  ? [x]",
                "<<: {a: b}",
                "\t",
                "level: 7",
                "  s|re: '('",
                "'",
                "{",
                "!!java.net.URL [x]",
                "\u0007",
                "id: ~",
                "related: x",
                "  selection: [[x]]",
                "---",
                "condition: (((");
        var line = Arbitraries.oneOf(Arbitraries.of(lines), Arbitraries.of(lines), odd);
        var mixed = line.list().ofMaxSize(25).map(list -> String.join("\n", list));
        var cut = Combinators.combine(
                        Arbitraries.integers().between(0, RULE.length()),
                        Arbitraries.integers().between(0, 30),
                        odd)
                .as((at, length, text) ->
                        RULE.substring(0, at) + text + RULE.substring(Math.min(RULE.length(), at + length)));
        return Arbitraries.oneOf(mixed, cut, cut, Arbitraries.strings().ofMaxLength(80));
    }

    @Test
    void refusesWhatIsNestedWithoutEnd() {
        var text = "title: x\nlogsource: {product: x}\ndetection:\n  s: {a: x}\n  condition: " + "(".repeat(50_000);

        assertThat(SigmaFiles.readText("r.yml", text, ValueLists.NONE).faults())
                .singleElement()
                .asString()
                .contains("nested deeper");
        assertThat(SigmaFiles.readText("r.yml", "a: " + "[".repeat(50_000), ValueLists.NONE)
                        .faults())
                .hasSize(1);
    }

    @Test
    void saysWhyADocumentThatGoesOnFromAnActionIsRefused() {
        var text = "title: x\naction: global\n---\nlogsource: {product: x}\ndetection: {s: {a: x}, condition: s}\n";

        assertThat(SigmaFiles.readText("r.yml", text, ValueLists.NONE).faults())
                .extracting(Fault::toString)
                .containsExactly(
                        "r.yml:2: 'action' (global, repeat, reset) left Sigma with version 2; expected each rule written out",
                        "r.yml:4: goes on from the document with 'action' in line 2;"
                                + " expected each rule written out, with a title");
    }

    @Test
    void refusesAnchorsThatMultiply() {
        var text = new StringBuilder("a0: &a0 [x, x]\n");
        IntStream.range(1, 100).forEach(i -> text.append("a%d: &a%d [*a%d, *a%d]\n".formatted(i, i, i - 1, i - 1)));

        assertThat(SigmaFiles.readText("r.yml", text.toString(), ValueLists.NONE)
                        .faults())
                .hasSize(1);
    }

    @Test
    void readsThePublishedExamples() throws IOException {
        assumeTrue(Files.isDirectory(PUBLISHED), "unvalidated: the published examples are not at hand");
        try (var files = Files.walk(PUBLISHED)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var faults = SigmaFiles.read(List.of(file), ValueLists.NONE).faults();
                boolean referring = file.getParent().endsWith("correlation");

                assertThat(faults).as("%s", file).hasSize(referring ? 1 : 0);
                assertThat(faults).allMatch(fault -> fault.reason().startsWith("refers to rule"));
            }
        }
    }

    private static List<Rule> read(String text) {
        var reading = SigmaFiles.readText("r.yml", text, ValueLists.NONE);
        assertThat(reading.faults()).isEmpty();
        return reading.rules();
    }
}
