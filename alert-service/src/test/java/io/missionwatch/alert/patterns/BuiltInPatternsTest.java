package io.missionwatch.alert.patterns;

import static org.assertj.core.api.Assertions.assertThat;

import io.missionwatch.alert.evidence.Reports;
import io.missionwatch.alert.sigma.EventReading;
import io.missionwatch.alert.sigma.Handling.Example;
import io.missionwatch.alert.sites.WatchedSites;
import io.missionwatch.alert.windows.Hit;
import io.missionwatch.alert.windows.WindowRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class BuiltInPatternsTest {

    private static final Path FOLDER = Path.of("src/main/resources/io/missionwatch/alert/patterns");
    private static final Duration LONG_AFTER = Duration.ofDays(400);

    @Test
    void everyFileIsInTheIndex() throws IOException {
        try (var files = Files.list(FOLDER)) {
            var names = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".yaml"))
                    .sorted()
                    .toList();

            assertThat(BuiltInPatterns.all()).extracting(PatternText::name).containsExactlyElementsOf(names);
        }
    }

    @Test
    void thereAreAtLeastTwentyFive() {
        assertThat(patterns()).hasSizeGreaterThanOrEqualTo(25);
    }

    @TestFactory
    Stream<DynamicTest> saysWhatItIsForAndWhereItErrs() {
        return patterns()
                .map(pattern -> DynamicTest.dynamicTest(pattern.card().title(), () -> {
                    var head = pattern.rule().head();
                    assertThat(head.description()).isPresent();
                    assertThat(head.falsePositives()).isNotEmpty();
                    assertThat(head.references()).isNotEmpty();
                    assertThat(head.fields()).isNotEmpty();
                    assertThat(head.level()).isPresent();
                    assertThat(pattern.rule().handling().title()).isPresent();
                    assertThat(pattern.rule().handling().examples())
                            .anyMatch(Example::matches)
                            .anyMatch(example -> !example.matches());
                }));
    }

    @TestFactory
    Stream<DynamicTest> findsItsExamples() {
        return patterns()
                .flatMap(pattern -> pattern.rule().handling().examples().stream()
                        .map(example -> DynamicTest.dynamicTest(
                                pattern.card().title() + ": " + example.title(),
                                () -> assertThat(fires(pattern, example)).isEqualTo(example.matches()))));
    }

    /** An example of one event needs a match; one of several events has to make an alert. */
    private static boolean fires(CompiledPattern pattern, Example example) {
        var set = PatternSet.of(List.of(pattern));
        var hits = new TreeMap<String, List<Hit>>();
        var namings = new TreeMap<String, WindowRule.Naming>();
        var matched = false;
        for (int index = 0; index < example.events().size(); index++) {
            var event = example.events().get(index);
            for (var match :
                    set.matches(event, WatchedSites.NONE, EventReading.PLAIN).matches()) {
                matched = true;
                var report = Reports.attack("event-" + index, "outlet-" + index, timeOf(event));
                var route = match.route();
                namings.put(route.key(), new WindowRule.Naming(route.patternId(), route.group()));
                hits.computeIfAbsent(route.key(), any -> new ArrayList<>())
                        .add(new Hit(report, match.rules(), Map.of()));
            }
        }
        return example.events().get(0).containsKey("time")
                ? hits.entrySet().stream()
                        .anyMatch(group -> !pattern.windows()
                                .assign(namings.get(group.getKey()), group.getValue(), Reports.NOON.plus(LONG_AFTER))
                                .isEmpty())
                : matched;
    }

    private static Instant timeOf(Map<String, Object> event) {
        return event.containsKey("time") ? Instant.parse(event.get("time").toString()) : Reports.NOON;
    }

    private static Stream<CompiledPattern> patterns() {
        return BuiltInPatterns.all().stream().map(PatternCompiler::compile).flatMap(compilation -> {
            assertThat(compilation.faults()).isEmpty();
            return compilation.patterns().stream();
        });
    }
}
