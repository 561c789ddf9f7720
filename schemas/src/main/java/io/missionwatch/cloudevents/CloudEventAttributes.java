package io.missionwatch.cloudevents;

import java.net.URI;
import java.time.Instant;
import java.util.Objects;

/**
 * What CloudEvents 1.0 says about a record beside its value.
 *
 * @param id unique within the source
 * @param source what made the record, such as {@code /missionwatch/enrich}
 * @param type what kind of record it is, such as {@code io.missionwatch.article.enriched}
 * @param time when what it speaks of was made
 */
public record CloudEventAttributes(String id, URI source, String type, Instant time) {
    public CloudEventAttributes {
        requireText(id, "id");
        requireText(type, "type");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(time, "time");
    }

    private static void requireText(String value, String name) {
        if (value.isBlank()) {
            throw new IllegalArgumentException("a cloud event needs a " + name);
        }
    }
}
