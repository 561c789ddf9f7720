package io.missionwatch.alert.sigma;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What Missionwatch does with the matches of a rule, beyond what Sigma can say.
 *
 * @param groupBy the fields whose values make one alert; empty for the default or for a correlation's own
 * @param suppressFor for how long matches of a group belong to one alert
 * @param absence fires when something does not follow
 * @param minIndependentOrigins how many independent origins must report before it counts
 * @param withinKm how near to a watched site it must be
 * @param title template of the alert's title
 * @param summary template of the alert's summary
 * @param examples events the rule must and must not match
 */
public record Handling(
        List<String> groupBy,
        Optional<Duration> suppressFor,
        Optional<Absence> absence,
        int minIndependentOrigins,
        Optional<Nearness> withinKm,
        Mode mode,
        Optional<Template> title,
        Optional<Template> summary,
        List<Example> examples) {
    /** The group of a rule that names none. */
    public static final List<String> DEFAULT_GROUP = List.of("mission.host_state", "mission.sending_state");

    /** What a rule without the key {@code missionwatch} gets. */
    public static final Handling PLAIN = new Handling(
            List.of(),
            Optional.empty(),
            Optional.empty(),
            1,
            Optional.empty(),
            Mode.LIVE,
            Optional.empty(),
            Optional.empty(),
            List.of());

    public Handling {
        groupBy = List.copyOf(groupBy);
        examples = List.copyOf(examples);
    }

    /** Whether alerts go out, or are only counted. */
    public enum Mode {
        LIVE,
        SHADOW
    }

    /**
     * Something that is expected to follow and does not.
     *
     * @param after the rule whose match starts the wait, by id or name; without one the rule itself
     * @param without the rules of which any match in the same group ends the wait
     * @param within how long to wait
     */
    public record Absence(Optional<String> after, List<String> without, Duration within) {
        public Absence {
            without = List.copyOf(without);
        }
    }

    /**
     * The distance to a watched site.
     *
     * @param watchLists ids of the watch lists whose sites count; empty for all
     */
    public record Nearness(double km, List<String> watchLists) {
        public Nearness {
            watchLists = List.copyOf(watchLists);
        }
    }

    /** Events to try the rule on, and whether it must match. */
    public record Example(String title, boolean matches, List<Map<String, Object>> events) {
        public Example {
            events = List.copyOf(events);
        }
    }
}
