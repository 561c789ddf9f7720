package io.missionwatch.alert.sigma;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * The statements of the Sigma specification, section by section, each with events that show it. A case holds a
 * {@code detection} or a whole {@code rule} as text, the events it {@code matches} and {@code misses}, or the reason
 * for which it is {@code refused}.
 */
class SigmaConformanceTest {
    private static final Path CASES = Path.of("src/test/resources/cases/sigma");

    @TestFactory
    Stream<DynamicTest> honours() throws IOException {
        try (var files = Files.list(CASES)) {
            return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList().stream()
                    .flatMap(SigmaConformanceTest::cases);
        }
    }

    @SuppressWarnings("unchecked")
    private static Stream<DynamicTest> cases(Path file) {
        try (var text = Files.newBufferedReader(file)) {
            var cases = (List<Map<String, Object>>) new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
            return cases.stream()
                    .map(one -> DynamicTest.dynamicTest(file.getFileName() + ": " + one.get("says"), () -> run(one)));
        } catch (IOException unreadable) {
            throw new IllegalStateException(file.toString(), unreadable);
        }
    }

    private static void run(Map<String, Object> one) {
        assertThat(one.keySet())
                .isSubsetOf(
                        "says",
                        "rule",
                        "detection",
                        "logsource",
                        "lists",
                        "roots",
                        "matches",
                        "misses",
                        "refused",
                        "at",
                        "selections",
                        "timeline",
                        "correlated");
        var reading = SigmaFiles.readText("case.yml", text(one), lists(one));
        if (one.containsKey("refused")) {
            tellsWhy(reading.faults(), one);
            return;
        }
        assertThat(reading.faults()).isEmpty();
        var rules = RuleSet.compile(reading.rules());
        events(one, "matches")
                .forEach(event ->
                        assertThat(rules.matches(event)).as("matches %s", event).isNotEmpty());
        events(one, "misses")
                .forEach(event ->
                        assertThat(rules.matches(event)).as("misses %s", event).isEmpty());
        if (one.containsKey("correlated")) {
            assertThat(correlated(rules, one)).isEqualTo(one.get("correlated"));
        }
        if (one.containsKey("selections")) {
            events(one, "matches")
                    .forEach(event ->
                            assertThat(rules.matches(event).get(0).selections()).isEqualTo(one.get("selections")));
        }
    }

    /** One reason and its line, or all of them, each with its line before it. */
    private static void tellsWhy(List<Fault> faults, Map<String, Object> one) {
        var told = faults.stream().map(Fault::toString).toList();
        if (one.get("refused") instanceof List<?> reasons) {
            assertThat(told).hasSameSizeAs(reasons);
            assertThat(reasons)
                    .allSatisfy(reason -> assertThat(told)
                            .anySatisfy(fault -> assertThat(fault).startsWith("case.yml:" + reason)));
            return;
        }
        assertThat(told)
                .singleElement()
                .asString()
                .contains(one.get("refused").toString())
                .startsWith("case.yml:" + one.getOrDefault("at", ""));
    }

    private static String text(Map<String, Object> one) {
        if (one.containsKey("rule")) {
            return one.get("rule").toString();
        }
        return "title: A case\nlogsource: " + one.getOrDefault("logsource", "{category: test}") + "\ndetection:\n"
                + one.get("detection").toString().indent(4);
    }

    @SuppressWarnings("unchecked")
    private static ValueLists lists(Map<String, Object> one) {
        return new ValueLists((Map<String, List<String>>) one.getOrDefault("lists", Map.of()));
    }

    @SuppressWarnings("unchecked")
    private static List<EventTree> events(Map<String, Object> one, String key) {
        var reading = new EventReading((List<String>) one.getOrDefault("roots", List.of()), regex -> {});
        return ((List<Map<String, Object>>) one.getOrDefault(key, List.of()))
                .stream().map(reading::event).toList();
    }

    /** The results of the correlations as {@code id [group] from-until}, in minutes of the timeline. */
    private static List<String> correlated(RuleSet rules, Map<String, Object> one) {
        var run = new CorrelationRun(rules, Instant.EPOCH.plus(Duration.ofDays(365)));
        for (var event : events(one, "timeline")) {
            var at = Instant.EPOCH.plus(
                    Duration.ofMinutes(Long.parseLong(event.values("at").get(0))));
            rules.matches(event).forEach(match -> run.add(match, at));
        }
        return run.results().stream().map(SigmaConformanceTest::line).toList();
    }

    private static String line(CorrelationRun.Result result) {
        return "%s %s %d-%d"
                .formatted(
                        result.rule().id(),
                        result.group(),
                        minute(result.match().from()),
                        minute(result.match().until()));
    }

    private static long minute(Instant time) {
        return Duration.between(Instant.EPOCH, time).toMinutes();
    }
}
