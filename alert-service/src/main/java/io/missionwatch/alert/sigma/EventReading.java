package io.missionwatch.alert.sigma;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * How events are looked at: the paths under which a field is searched when the event itself does not have it, and who
 * is told of a regular expression that ran out of time.
 */
public record EventReading(List<String> roots, Consumer<String> onRegexOverrun) {
    /** No further roots, nobody told. */
    public static final EventReading PLAIN = new EventReading(List.of(), regex -> {});

    public EventReading {
        roots = List.copyOf(roots);
    }

    /** The event as rules see it. The tree must not change as long as the event is used. */
    public EventTree event(Map<String, ?> tree) {
        return new EventTree(tree, this);
    }
}
