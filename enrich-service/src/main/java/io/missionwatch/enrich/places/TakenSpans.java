package io.missionwatch.enrich.places;

import io.missionwatch.enrich.text.Field;
import io.missionwatch.enrich.text.Span;
import java.util.Arrays;
import java.util.List;

/** Stretches of a text that something else claims, such as the names of actors; no place is looked for in them. */
public final class TakenSpans {
    /** Nothing is taken. */
    public static final TakenSpans NONE = of();

    private final int[] starts;
    /** Of each start the furthest end. */
    private final int[] ends;

    private TakenSpans(int[] starts, int[] ends) {
        this.starts = starts;
        this.ends = ends;
    }

    /** Spans of start (inclusive) and end (exclusive), two numbers each. */
    public static TakenSpans of(int... bounds) {
        // Start and end in one number sort as they are to stand: the furthest end of a start comes last.
        var sorted = new long[bounds.length / 2];
        for (var at = 0; at < sorted.length; at++) {
            sorted[at] = (long) bounds[2 * at] << Integer.SIZE | bounds[2 * at + 1];
        }
        Arrays.sort(sorted);
        var starts = new int[sorted.length];
        var ends = new int[sorted.length];
        var count = 0;
        for (var span : sorted) {
            var start = (int) (span >> Integer.SIZE);
            count -= count > 0 && starts[count - 1] == start ? 1 : 0;
            starts[count] = start;
            ends[count++] = (int) span;
        }
        return new TakenSpans(Arrays.copyOf(starts, count), Arrays.copyOf(ends, count));
    }

    /** Those of the spans that lie in a field. */
    public static TakenSpans of(Field field, List<Span> spans) {
        var bounds = new int[2 * spans.size()];
        var count = 0;
        for (var span : spans) {
            if (span.field() == field) {
                bounds[count++] = span.start();
                bounds[count++] = span.end();
            }
        }
        return of(Arrays.copyOf(bounds, count));
    }

    boolean overlaps(int start, int end) {
        var found = Arrays.binarySearch(starts, end);
        var before = (found < 0 ? -1 - found : found) - 1;
        return before >= 0 && ends[before] > start;
    }
}
