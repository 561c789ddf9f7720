package io.missionwatch.alert.sigma;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class CorrelatorTest {
    private static final List<String> CONDITIONS = List.of(
            "type: event_count\n  condition: {gte: 3}",
            "type: event_count\n  condition: {gt: 1, lt: 4}",
            "type: value_count\n  condition: {field: x, gte: 2}",
            "type: value_sum\n  condition: {field: x, gt: 5}",
            "type: value_avg\n  condition: {field: x, lte: 2}",
            "type: value_percentile\n  condition: {field: x, percentile: 50, gte: 2}",
            "type: temporal",
            "type: temporal_ordered");

    @Property(tries = 200)
    void findsTheSameInWhateverOrderObservationsCome(
            @ForAll("conditions") String condition,
            @ForAll("observations") List<Observation> observations,
            @ForAll long seed) {
        var correlator = correlator(condition);
        var shuffled = new ArrayList<>(observations);
        Collections.shuffle(shuffled, new Random(seed));

        var ordered = correlator.matches(observations, Instant.MAX);
        var other = correlator.matches(shuffled, Instant.MAX);

        assertThat(other).hasSameSizeAs(ordered);
        for (int i = 0; i < ordered.size(); i++) {
            assertThat(other.get(i).from()).isEqualTo(ordered.get(i).from());
            assertThat(other.get(i).until()).isEqualTo(ordered.get(i).until());
            assertThat(other.get(i).observations())
                    .containsExactlyInAnyOrderElementsOf(ordered.get(i).observations());
        }
    }

    @Property(tries = 200)
    void noWindowIsLongerThanTheTimespan(
            @ForAll("conditions") String condition, @ForAll("observations") List<Observation> observations) {
        for (var match : correlator(condition).matches(observations, Instant.MAX)) {
            assertThat(match.until()).isBeforeOrEqualTo(match.from().plusSeconds(60));
            assertThat(match.observations())
                    .allMatch(one ->
                            !one.time().isBefore(match.from()) && !one.time().isAfter(match.until()));
        }
    }

    @Test
    void waitsForTheEndOnlyWhereMoreObservationsCouldUndoIt() {
        assertThat(correlator(CONDITIONS.get(0)).waitsForEnd()).isFalse();
        assertThat(correlator(CONDITIONS.get(1)).waitsForEnd()).isTrue();
    }

    @Test
    void leavesAWindowAloneThatHasNotEnded() {
        var correlator = correlator(CONDITIONS.get(1));
        var two = List.of(observation(0, "a", "1"), observation(10, "a", "1"));

        assertThat(correlator.matches(two, Instant.ofEpochSecond(60))).isEmpty();
        assertThat(correlator.matches(two, Instant.ofEpochSecond(61))).hasSize(1);
    }

    @Provide
    Arbitrary<String> conditions() {
        return Arbitraries.of(CONDITIONS);
    }

    @Provide
    Arbitrary<List<Observation>> observations() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 200), Arbitraries.of("a", "b"), Arbitraries.of("1", "2", "4"))
                .as(CorrelatorTest::observation)
                .list()
                .ofMaxSize(12);
    }

    private static Observation observation(int second, String rule, String value) {
        return new Observation(Instant.ofEpochSecond(second), rule, Map.of("x", List.of(value)));
    }

    private static Correlator correlator(String condition) {
        var rule = """
                title: %s
                name: %s
                logsource: {category: test}
                detection: {s: {a: 1}, condition: s}
                ---
                """;
        var text = rule.formatted("A", "a") + rule.formatted("B", "b")
                + "title: C\nname: c\ncorrelation:\n  rules: [a, b]\n  group-by: [g]\n  timespan: 60s\n  " + condition;
        var set = RuleSet.compile(
                SigmaFiles.readText("c.yml", text, ValueLists.NONE).rules());
        return Correlator.of(set.correlations().get(0), set);
    }
}
