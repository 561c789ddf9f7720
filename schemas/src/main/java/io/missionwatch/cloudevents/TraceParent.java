package io.missionwatch.cloudevents;

import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

/**
 * A place in a distributed trace, as W3C Trace Context writes it: version, trace, span, flags.
 *
 * @param traceId 32 lower-case hexadecimal digits, not all zero
 * @param spanId 16 lower-case hexadecimal digits, not all zero
 * @param sampled whether the caller records the trace
 */
public record TraceParent(String traceId, String spanId, boolean sampled) {
    private static final Pattern TRACE = Pattern.compile("(?!0{32})[0-9a-f]{32}");
    private static final Pattern SPAN = Pattern.compile("(?!0{16})[0-9a-f]{16}");

    // A later version may append fields; ff is no version, and 00 has nothing after the flags.
    private static final Pattern FORM = Pattern.compile(
            "(?!ff)(?:00(?=.{53}$)|(?!00)[0-9a-f]{2})-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})(?:-.*)?");

    public TraceParent {
        if (!TRACE.matcher(traceId).matches() || !SPAN.matcher(spanId).matches()) {
            throw new IllegalArgumentException("not a trace parent: " + traceId + " " + spanId);
        }
    }

    /** Starts a trace, at a feed for example. */
    public static TraceParent start() {
        return new TraceParent(hex() + hex(), hex(), true);
    }

    /** The next step of the same trace. */
    public TraceParent next() {
        return new TraceParent(traceId, hex(), sampled);
    }

    /** Reads a header; empty if it is not in W3C's form. */
    public static Optional<TraceParent> parse(String header) {
        var form = FORM.matcher(header);
        if (!form.matches()
                || !TRACE.matcher(form.group(1)).matches()
                || !SPAN.matcher(form.group(2)).matches()) {
            return Optional.empty();
        }
        var sampled = (Integer.parseInt(form.group(3), 16) & 1) == 1;
        return Optional.of(new TraceParent(form.group(1), form.group(2), sampled));
    }

    @Override
    public String toString() {
        return "00-" + traceId + "-" + spanId + (sampled ? "-01" : "-00");
    }

    private static String hex() {
        var bits = ThreadLocalRandom.current().nextLong();
        return String.format("%016x", bits == 0 ? 1 : bits);
    }
}
