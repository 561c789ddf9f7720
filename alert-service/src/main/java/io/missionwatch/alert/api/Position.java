package io.missionwatch.alert.api;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * How far somebody has read the history of alerts. Opaque to clients, who hand it back to go on from there.
 *
 * @param next per partition the offset of the first record that is not read yet
 */
record Position(Map<Integer, Long> next) {
    Position {
        next = Collections.unmodifiableMap(new TreeMap<>(next));
    }

    /**
     * Reads a position.
     *
     * @throws BadRequest when it is none of ours
     */
    static Position parse(String text) {
        try {
            var plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.US_ASCII);
            var next = new TreeMap<Integer, Long>();
            for (var part : plain.split(",", -1)) {
                int colon = part.indexOf(':');
                next.put(
                        Integer.valueOf(part.substring(0, colon)),
                        Math.max(0, Long.parseLong(part.substring(colon + 1))));
            }
            return new Position(next);
        } catch (IllegalArgumentException | IndexOutOfBoundsException wrong) {
            throw new BadRequest("the position is not one that this API gave; leave it out to start now");
        }
    }

    /** The position after a record. */
    Position after(int partition, long offset) {
        var moved = new TreeMap<>(next);
        moved.merge(partition, offset + 1, Math::max);
        return new Position(moved);
    }

    /** The position that has read what either has. */
    Position orLater(Position other) {
        var later = new TreeMap<>(next);
        other.next().forEach((partition, offset) -> later.merge(partition, offset, Math::max));
        return new Position(later);
    }

    /** The offset of the first record of a partition that is not read yet. */
    long startOf(int partition) {
        return next.getOrDefault(partition, 0L);
    }

    boolean hasRead(int partition, long offset) {
        return offset < startOf(partition);
    }

    @Override
    public String toString() {
        var parts = next.entrySet().stream()
                .map(entry -> entry.getKey() + ":" + entry.getValue())
                .toList();
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(String.join(",", parts).getBytes(StandardCharsets.US_ASCII));
    }
}
