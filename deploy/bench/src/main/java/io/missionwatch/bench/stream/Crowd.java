package io.missionwatch.bench.stream;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** Many clients of the stream on one thread, so that the bench costs the machine little beside what it measures. */
final class Crowd implements AutoCloseable {

    private final Selector selector;
    private final List<Follower> followers = new ArrayList<>();
    private final Thread thread = new Thread(this::read, "crowd");
    private volatile boolean closing;

    private Crowd(Selector selector) {
        this.selector = selector;
    }

    /** Connects so many clients, and returns when the stream of each has begun. */
    static Crowd connect(int port, int clients) throws IOException {
        var crowd = new Crowd(Selector.open());
        for (int number = 0; number < clients; number++) {
            var channel = SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            channel.write(request(port));
            channel.configureBlocking(false);
            var follower = new Follower(channel);
            channel.register(crowd.selector, SelectionKey.OP_READ, follower);
            crowd.followers.add(follower);
        }
        crowd.thread.setDaemon(true);
        crowd.thread.start();
        while (!crowd.followers.stream().allMatch(Follower::hasBegun)) {
            LockSupport.parkNanos(10_000_000);
        }
        return crowd;
    }

    static ByteBuffer request(int port) {
        var text = "GET /api/v1/alerts/stream HTTP/1.1\r\nHost: 127.0.0.1:" + port
                + "\r\nAccept: text/event-stream\r\n\r\n";
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
    }

    private void read() {
        var buffer = ByteBuffer.allocate(256 * 1024);
        try {
            while (!closing) {
                selector.select(key -> ((Follower) key.attachment()).read(buffer), 100);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    void awaitEach(int count, Duration within) {
        var deadline = Instant.now().plus(within);
        while (least() < count && Instant.now().isBefore(deadline)) {
            LockSupport.parkNanos(10_000_000);
        }
    }

    long received() {
        return followers.stream().mapToLong(Follower::received).sum();
    }

    int least() {
        return followers.stream().mapToInt(Follower::received).min().orElse(0);
    }

    int most() {
        return followers.stream().mapToInt(Follower::received).max().orElse(0);
    }

    /** Milliseconds from the stamp of an alert to its arrival, at a share of all arrivals. */
    double latency(double share) {
        var all = followers.stream()
                .flatMapToLong(follower -> Arrays.stream(follower.latencies()))
                .sorted()
                .toArray();
        return all.length == 0 ? Double.NaN : all[(int) Math.min(all.length - 1, share * all.length)];
    }

    @Override
    public void close() throws IOException {
        closing = true;
        selector.wakeup();
        for (var follower : followers) {
            follower.close();
        }
        selector.close();
    }
}
