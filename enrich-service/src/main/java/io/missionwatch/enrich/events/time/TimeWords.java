package io.missionwatch.enrich.events.time;

import io.missionwatch.enrich.text.WordMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The words that time expressions of one language are made of, each with its kind and, where it has one, its value. */
@SuppressWarnings("EnumOrdinal") // The order of the kinds is this class' own and lives no longer than the process.
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
        RECURRENT,
        WAKE,
        LANDMARK,
        NAMED_LANDMARK,
        RULER,
        NOT_LANDMARK;

        /** What only stands inside or behind an expression, and what the most frequent words of all are. */
        private static final EnumSet<Kind> INSIDE =
                EnumSet.of(AGO, EARLIER, AFTER, SINCE, IN, LANDMARK, NAMED_LANDMARK, RULER, NOT_LANDMARK);

        /** The bits of the kinds that an expression can begin with. */
        static final int OPENING =
                EnumSet.complementOf(INSIDE).stream().mapToInt(Kind::bit).sum();

        int bit() {
            return 1 << ordinal();
        }

        static Kind named(String name) {
            return valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }

    private static final Known NOTHING = new Known();

    private final WordMap<Known> known;
    private final Set<String> listed;

    /** What is known of a word: its kinds as bits, and a value for each. */
    private static final class Known {
        private int kinds;
        private final int[] values = new int[Kind.values().length];

        void add(Kind kind, int value) {
            kinds |= kind.bit();
            values[kind.ordinal()] = value;
        }
    }

    private TimeWords(Map<String, Known> known) {
        this.known = WordMap.of(known);
        this.listed = Set.copyOf(known.keySet());
    }

    /** Reads rows of {@code kind TAB value TAB words}; the words are parted by blanks. */
    public static TimeWords of(List<List<String>> rows) {
        var known = new HashMap<String, Known>();
        for (var row : rows) {
            var kind = Kind.named(row.get(0));
            int value = Integer.parseInt(row.get(1));
            for (var word : row.get(2).split(" ", -1)) {
                known.computeIfAbsent(word, w -> new Known()).add(kind, value);
            }
        }
        return new TimeWords(known);
    }

    /** The words that are known. */
    public Set<String> listed() {
        return listed;
    }

    /** The kinds of a word as bits; none for a word of no time. */
    public int kindsOf(String lower) {
        return known.get(lower, NOTHING).kinds;
    }

    /** The number of the kind of landmark that a word is, or that two words are ("seized power"); 0 for none. */
    public int landmark(String before, String last) {
        int alone = landmark(last);
        return alone > 0 ? alone : landmark(before + "-" + last);
    }

    private int landmark(String words) {
        return Math.max(value(words, Kind.LANDMARK), value(words, Kind.NAMED_LANDMARK));
    }

    int value(String lower, Kind kind) {
        return known.get(lower, NOTHING).values[kind.ordinal()];
    }
}
