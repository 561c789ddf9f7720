package io.missionwatch.alert.patterns;

import io.missionwatch.alert.evidence.Evidence;
import io.missionwatch.alert.evidence.Fingerprint;
import io.missionwatch.alert.evidence.Source;
import io.missionwatch.alert.evidence.Stance;
import io.missionwatch.alert.evidence.Telling;
import io.missionwatch.alert.sigma.EventReading;
import io.missionwatch.alert.sigma.EventTree;
import io.missionwatch.alert.sigma.Handling.Example;
import io.missionwatch.alert.sites.WatchedSites;
import io.missionwatch.alert.windows.Hit;
import io.missionwatch.alert.windows.WindowRule;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Tries a pattern on the examples that its author wrote into it. An example whose events say when they happened has to
 * make an alert; of any other an event has to match.
 */
public final class PatternExamples {

    private static final String TIME = "time";
    private static final Instant SOME_DAY = Instant.parse("2026-03-01T12:00:00Z");
    private static final Duration LONG_AFTER = Duration.ofDays(400);

    private final CompiledPattern pattern;
    private final PatternSet set;
    private final Map<String, List<Hit>> hits = new TreeMap<>();
    private final Map<String, WindowRule.Naming> namings = new TreeMap<>();

    private PatternExamples(CompiledPattern pattern) {
        this.pattern = pattern;
        this.set = PatternSet.of(List.of(pattern));
    }

    /** Whether the pattern fires on the events of an example. */
    public static boolean fires(CompiledPattern pattern, Example example) {
        return new PatternExamples(pattern).fires(example.events());
    }

    private boolean fires(List<Map<String, Object>> events) {
        for (int number = 0; number < events.size(); number++) {
            match(events.get(number), number);
        }
        boolean timed = events.stream().anyMatch(event -> event.containsKey(TIME));
        return timed ? raisesAlert() : !hits.isEmpty();
    }

    private void match(Map<String, Object> event, int number) {
        var found = set.matches(event, WatchedSites.NONE, EventReading.PLAIN);
        for (var match : found.matches()) {
            var route = match.route();
            namings.put(route.key(), new WindowRule.Naming(route.patternId(), route.group()));
            hits.computeIfAbsent(route.key(), any -> new ArrayList<>())
                    .add(new Hit(report(EventTree.of(event), number), match.rules(), Map.of()));
        }
    }

    private boolean raisesAlert() {
        var end = SOME_DAY.plus(LONG_AFTER);
        return hits.entrySet().stream()
                .anyMatch(group -> !pattern.windows()
                        .assign(namings.get(group.getKey()), group.getValue(), end)
                        .isEmpty());
    }

    /** What windows ask of a report: when it was, and whose. An example that names no outlet means several. */
    private static Evidence report(EventTree event, int number) {
        var time = EventTimes.in(event, TIME).orElse(SOME_DAY);
        var source = new Source(
                first(event, "article.id").orElse("article-" + number),
                1,
                first(event, "article.outlet").orElse("outlet-" + number),
                "OTHER",
                "F",
                Optional.empty(),
                Optional.empty(),
                first(event, "article.title").orElse(""),
                Optional.of(time),
                time,
                Optional.empty(),
                Fingerprint.NONE,
                false);
        var telling =
                new Telling("OTHER", "UNKNOWN", "ASSERTED", "CURRENT", "ALLEGED", Optional.empty(), 0, 0, List.of());
        return new Evidence(
                "event-" + number, Stance.SUPPORTS, source, telling, Optional.empty(), List.of(), List.of());
    }

    private static Optional<String> first(EventTree event, String field) {
        return event.values(field).stream().findFirst();
    }
}
