package io.missionwatch.enrich.events.facets;

import java.util.OptionalInt;

/** A number of people as far as a text tells it: at least so many and, where the text closes it, at most so many. */
public record Count(int min, OptionalInt max) {

    public Count {
        if (min < 0 || (max.isPresent() && max.getAsInt() < min)) {
            throw new IllegalArgumentException("not a count: " + min + ".." + max);
        }
    }

    public static Count exactly(int people) {
        return new Count(people, OptionalInt.of(people));
    }

    public static Count atLeast(int people) {
        return new Count(people, OptionalInt.empty());
    }

    public static Count between(int min, int max) {
        return new Count(min, OptionalInt.of(max));
    }

    /** Of two tellings of one event the higher: tolls rise, and parts of a toll are told beside the whole. */
    public Count orHigher(Count other) {
        return other.min > min || (other.min == min && other.max.isEmpty()) ? other : this;
    }
}
