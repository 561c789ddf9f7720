package io.missionwatch.enrich.places;

import io.missionwatch.enrich.text.Field;
import io.missionwatch.enrich.text.Span;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Stretches of a text that something else claims, such as the names of actors; no place is looked for in them. */
public final class TakenSpans {
    /** Nothing is taken. */
    public static final TakenSpans NONE = new TakenSpans();

    private final TreeMap<Integer, Integer> ends = new TreeMap<>();

    /** Spans of start (inclusive) and end (exclusive), two numbers each. */
    public static TakenSpans of(int... bounds) {
        var taken = new TakenSpans();
        for (var at = 0; at + 1 < bounds.length; at += 2) {
            taken.ends.merge(bounds[at], bounds[at + 1], Math::max);
        }
        return taken;
    }

    /** Those of the spans that lie in a field. */
    public static TakenSpans of(Field field, List<Span> spans) {
        return of(spans.stream()
                .filter(span -> span.field() == field)
                .flatMapToInt(span -> IntStream.of(span.start(), span.end()))
                .toArray());
    }

    boolean overlaps(int start, int end) {
        var before = ends.lowerEntry(end);
        return before != null && before.getValue() > start;
    }
}
