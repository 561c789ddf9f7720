package io.missionwatch.enrich.places;

import io.missionwatch.enrich.text.Field;
import io.missionwatch.enrich.text.Span;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Stretches of a text that something else claims, such as the names of actors; no place is looked for in them. */
public final class TakenSpans {
    /** Nothing is taken. */
    public static final TakenSpans NONE = of();

    private final int[] starts;
    /** Of each start the furthest end. */
    private final int[] ends;

    private TakenSpans(SortedMap<Integer, Integer> ends) {
        this.starts = ends.keySet().stream().mapToInt(start -> start).toArray();
        this.ends = ends.values().stream().mapToInt(end -> end).toArray();
    }

    /** Spans of start (inclusive) and end (exclusive), two numbers each. */
    public static TakenSpans of(int... bounds) {
        var ends = new TreeMap<Integer, Integer>();
        for (var at = 0; at + 1 < bounds.length; at += 2) {
            ends.merge(bounds[at], bounds[at + 1], Math::max);
        }
        return new TakenSpans(ends);
    }

    /** Those of the spans that lie in a field. */
    public static TakenSpans of(Field field, List<Span> spans) {
        return of(spans.stream()
                .filter(span -> span.field() == field)
                .flatMapToInt(span -> IntStream.of(span.start(), span.end()))
                .toArray());
    }

    boolean overlaps(int start, int end) {
        var found = Arrays.binarySearch(starts, end);
        var before = (found < 0 ? -1 - found : found) - 1;
        return before >= 0 && ends[before] > start;
    }
}
