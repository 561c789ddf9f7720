package io.missionwatch.enrich.events.time;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The words that time expressions of one language are made of, each with its kind and, where it has one, its value. */
public final class TimeWords {

    /** What a word does in a time expression. */
    enum Kind {
        WEEKDAY,
        MONTH,
        UNIT,
        NUMBER,
        DAY,
        LAST,
        NEXT,
        THIS,
        RECENT,
        AGO,
        FAR,
        EARLIER,
        AFTER,
        SINCE,
        IN,
        NOW,
        PAST,
        FUTURE,
        ANNIVERSARY,
        RECURRENT
    }

    private final Map<String, Map<Kind, Integer>> kinds = new HashMap<>();

    private TimeWords() {}

    /** Reads rows of {@code kind TAB value TAB words}; the words are parted by blanks. */
    public static TimeWords of(List<List<String>> rows) {
        var words = new TimeWords();
        for (var row : rows) {
            var kind = Kind.valueOf(row.get(0).toUpperCase(java.util.Locale.ROOT));
            int value = Integer.parseInt(row.get(1));
            for (var word : List.of(row.get(2).split(" ", -1))) {
                words.kinds.computeIfAbsent(word, w -> new HashMap<>(2)).put(kind, value);
            }
        }
        return words;
    }

    boolean knows(String lower) {
        return kinds.containsKey(lower);
    }

    boolean is(String lower, Kind kind) {
        var known = kinds.get(lower);
        return known != null && known.containsKey(kind);
    }

    int value(String lower, Kind kind) {
        return kinds.get(lower).get(kind);
    }
}
