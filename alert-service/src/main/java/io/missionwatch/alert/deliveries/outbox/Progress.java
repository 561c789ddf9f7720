package io.missionwatch.alert.deliveries.outbox;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How far a sink has come in one partition. Everything before {@code read} is done, except what is still open. It rides
 * as metadata of the committed offset, so that a restart neither forgets a retry nor repeats what went through.
 *
 * @param read offset of the first record that was not read
 * @param open what was read and is not done, by offset
 */
public record Progress(long read, TreeMap<Long, Tries> open) {

    private static final String VERSION = "1";
    private static final int RADIX = 36;

    /**
     * How often something was tried.
     *
     * @param attempts that have failed
     * @param next not before this instant, which counts in whole seconds
     */
    public record Tries(int attempts, Instant next) {

        /** Not tried yet. */
        public static final Tries NONE = new Tries(0, Instant.EPOCH);
    }

    public Progress {
        open = new TreeMap<>(open);
    }

    /** Nothing is open. */
    public static Progress at(long read) {
        return new Progress(read, new TreeMap<>());
    }

    /** The offset to commit: the oldest that is not done. */
    public long offset() {
        return open.isEmpty() ? read : Math.min(read, open.firstKey());
    }

    /** Whether a record is done. */
    public boolean isDone(long offset) {
        return offset < read && !open.containsKey(offset);
    }

    /** How often a record was tried. */
    public Tries triesOf(long offset) {
        return open.getOrDefault(offset, Tries.NONE);
    }

    /** As text; short, because brokers keep at most 4 KiB. */
    public String asText() {
        long base = offset();
        var items = open.entrySet().stream()
                .map(entry -> write(entry.getKey() - base, entry.getValue()))
                .collect(Collectors.joining(","));
        return VERSION + ";" + number(read - base) + ";" + items;
    }

    /** Reads what was committed with an offset; empty if it is none of ours. */
    public static Optional<Progress> parse(long offset, String text) {
        var parts = text.split(";", -1);
        if (parts.length != 3 || !parts[0].equals(VERSION)) {
            return Optional.empty();
        }
        try {
            var open = new TreeMap<Long, Tries>();
            for (var item : items(parts[2])) {
                var fields = item.split(":", -1);
                open.put(offset + number(fields[0]), tries(fields));
            }
            return Optional.of(new Progress(offset + number(parts[1]), open));
        } catch (NumberFormatException notOurs) {
            return Optional.empty();
        }
    }

    private static String write(long distance, Tries tries) {
        return tries.attempts() == 0
                ? number(distance)
                : number(distance) + ":" + number(tries.attempts()) + ":"
                        + number(tries.next().getEpochSecond());
    }

    private static Tries tries(String[] fields) {
        return fields.length < 3
                ? Tries.NONE
                : new Tries((int) number(fields[1]), Instant.ofEpochSecond(number(fields[2])));
    }

    private static List<String> items(String text) {
        return text.isEmpty() ? new ArrayList<>() : List.of(text.split(",", -1));
    }

    private static String number(long value) {
        return Long.toString(value, RADIX);
    }

    private static long number(String text) {
        return Long.parseLong(text, RADIX);
    }
}
