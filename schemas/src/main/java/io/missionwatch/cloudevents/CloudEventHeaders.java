package io.missionwatch.cloudevents;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.common.header.Headers;

/** Writes and reads CloudEvents attributes and the W3C trace context as record headers. */
public final class CloudEventHeaders {
    public static final String ID = "ce_id";
    public static final String SOURCE = "ce_source";
    public static final String TYPE = "ce_type";
    public static final String TIME = "ce_time";
    public static final String SPEC_VERSION = "ce_specversion";
    public static final String CONTENT_TYPE = "content-type";
    public static final String TRACE_PARENT = "traceparent";

    private static final String VERSION = "1.0";
    private static final String AVRO = "application/avro";

    private CloudEventHeaders() {}

    /**
     * Writes the attributes of an event that nothing led to, such as what a person changed: with an id and a trace of its
     * own.
     *
     * @param source where it comes from
     * @param type what kind of event it is
     * @param time when it happened
     */
    public static void begin(Headers headers, URI source, String type, Instant time) {
        write(headers, TraceParent.start());
        write(headers, new CloudEventAttributes(UUID.randomUUID().toString(), source, type, time));
    }

    /** Writes the attributes of a record with an Avro value, in place of those that are there. */
    public static void write(Headers headers, CloudEventAttributes attributes) {
        set(headers, SPEC_VERSION, VERSION);
        set(headers, ID, attributes.id());
        set(headers, SOURCE, attributes.source().toString());
        set(headers, TYPE, attributes.type());
        set(headers, TIME, attributes.time().toString());
        set(headers, CONTENT_TYPE, AVRO);
    }

    /** The attributes of a record; empty if one is missing or is not what CloudEvents 1.0 wants. */
    public static Optional<CloudEventAttributes> read(Headers headers) {
        if (!text(headers, SPEC_VERSION).equals(Optional.of(VERSION))) {
            return Optional.empty();
        }
        try {
            return Optional.of(new CloudEventAttributes(
                    text(headers, ID).orElseThrow(),
                    URI.create(text(headers, SOURCE).orElseThrow()),
                    text(headers, TYPE).orElseThrow(),
                    OffsetDateTime.parse(text(headers, TIME).orElseThrow()).toInstant()));
        } catch (IllegalArgumentException | DateTimeException | NoSuchElementException e) {
            return Optional.empty();
        }
    }

    /** Writes the trace that a record belongs to, in place of the one that is there. */
    public static void write(Headers headers, TraceParent trace) {
        set(headers, TRACE_PARENT, trace.toString());
    }

    /** The trace that a record belongs to; empty if it names none or not in W3C's form. */
    public static Optional<TraceParent> trace(Headers headers) {
        return text(headers, TRACE_PARENT).flatMap(TraceParent::parse);
    }

    private static void set(Headers headers, String name, String value) {
        headers.remove(name).add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    private static Optional<String> text(Headers headers, String name) {
        return Optional.ofNullable(headers.lastHeader(name))
                .flatMap(header -> Optional.ofNullable(header.value()))
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }
}
