package io.missionwatch.bench.stream;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** One client of the stream: counts each alert once and notes how long it was on its way. */
final class Follower {

    private static final String ALERT = "\"alertId\":\"";
    private static final String STAMP = "\"updatedAt\":\"";

    private final SocketChannel channel;
    private final ChunkedBody body = new ChunkedBody();
    private final StringBuilder rest = new StringBuilder();
    private final Set<String> seen = new HashSet<>();
    private final List<Long> latencies = new ArrayList<>();
    private boolean begun;

    Follower(SocketChannel channel) {
        this.channel = channel;
    }

    void read(ByteBuffer buffer) {
        try {
            buffer.clear();
            if (channel.read(buffer) < 0) {
                channel.close();
                return;
            }
            buffer.flip();
            take(StandardCharsets.ISO_8859_1.decode(buffer).toString());
        } catch (IOException gone) {
            close();
        }
    }

    private synchronized void take(String text) {
        begun = true;
        rest.append(body.add(text));
        for (int end = rest.indexOf("\n\n"); end >= 0; end = rest.indexOf("\n\n")) {
            var event = rest.substring(0, end);
            rest.delete(0, end + 2);
            if (event.contains(ALERT) && seen.add(valueAt(event, event.indexOf(ALERT) + ALERT.length()))) {
                var stamp = Instant.parse(valueAt(event, event.lastIndexOf(STAMP) + STAMP.length()));
                latencies.add(System.currentTimeMillis() - stamp.toEpochMilli());
            }
        }
    }

    private static String valueAt(String event, int start) {
        return event.substring(start, event.indexOf('"', start));
    }

    synchronized boolean hasBegun() {
        return begun;
    }

    synchronized int received() {
        return seen.size();
    }

    synchronized long[] latencies() {
        return latencies.stream().mapToLong(Long::longValue).toArray();
    }

    void close() {
        try {
            channel.close();
        } catch (IOException alreadyGone) {
            // The end of it is all that was wanted.
        }
    }
}
