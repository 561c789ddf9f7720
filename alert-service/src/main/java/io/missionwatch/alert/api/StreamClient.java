package io.missionwatch.alert.api;

import io.missionwatch.schema.Alert;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/** One client of the alert stream: what it wants, how far it is, and what waits for it. */
final class StreamClient {

    static final int QUEUE = 1000;
    private static final StreamedAlert WAKE_UP = new StreamedAlert(-1, -1, new Alert());
    private static final Duration HEARTBEAT = Duration.ofSeconds(10);

    private final Predicate<Alert> wanted;
    private final Line line;
    private final BooleanSupplier mayStillRead;
    private final Duration heartbeat;
    private final BlockingQueue<StreamedAlert> waiting = new ArrayBlockingQueue<>(QUEUE);
    private volatile boolean cutOff;
    private Position position = new Position(Map.of());

    /** The connection to a client. */
    interface Line {
        /** Sends an alert. */
        void send(String position, byte[] json);

        /** Says that something between the client's position and this one is gone. */
        void gap(String position, String reason);

        /** Shows that the stream is alive. */
        void heartbeat();

        /** Whether the other end is gone. */
        boolean isClosed();

        /** Ends the connection, also while something is being sent; called by another thread. */
        void abort();
    }

    /** Reads the past of the history. */
    @FunctionalInterface
    interface Past {
        /**
         * Hands over everything from one position to another, as long as the reader wants more.
         *
         * @return what is missing of it, for a person; empty where nothing is
         */
        Optional<String> read(Position from, Position to, Predicate<StreamedAlert> reader);
    }

    /**
     * A client.
     *
     * @param mayStillRead whether whoever opened the stream may read alerts; looked at with every heartbeat
     */
    StreamClient(Predicate<Alert> wanted, Line line, BooleanSupplier mayStillRead) {
        this(wanted, line, mayStillRead, HEARTBEAT);
    }

    StreamClient(Predicate<Alert> wanted, Line line, BooleanSupplier mayStillRead, Duration heartbeat) {
        this.wanted = wanted;
        this.line = line;
        this.mayStillRead = mayStillRead;
        this.heartbeat = heartbeat;
    }

    /** Takes a record without waiting; false where the client is too slow for it. */
    boolean offer(StreamedAlert streamed) {
        if (!cutOff && !waiting.offer(streamed)) {
            cutOff();
        }
        return !cutOff;
    }

    /** Ends the service of the client, also where it waits for an alert or its connection takes nothing more. */
    void cutOff() {
        cutOff = true;
        line.abort();
        waiting.clear();
        waiting.add(WAKE_UP);
    }

    /** Serves the client until it is gone or cut off: first what it missed, then what comes. */
    void serve(StreamHub hub, Past past, Optional<Position> after) throws InterruptedException {
        var live = hub.add(this);
        try {
            position = after.orElse(live);
            line.heartbeat();
            if (after.isPresent()) {
                catchUp(hub, past, live);
            }
            follow();
        } finally {
            hub.remove(this);
        }
    }

    private void follow() throws InterruptedException {
        long looked = System.nanoTime();
        while (isConnected()) {
            var next = Optional.ofNullable(waiting.poll(heartbeat.toMillis(), TimeUnit.MILLISECONDS));
            if (next.isEmpty() || System.nanoTime() - looked >= heartbeat.toNanos()) {
                if (!mayStillRead.getAsBoolean()) {
                    return;
                }
                looked = System.nanoTime();
            }
            next.ifPresentOrElse(this::send, line::heartbeat);
        }
    }

    private void catchUp(StreamHub hub, Past past, Position live) {
        var recent = hub.between(position, live);
        if (recent.isPresent()) {
            var wantsMore = true;
            for (var missed = recent.get().iterator(); wantsMore && missed.hasNext(); ) {
                wantsMore = send(missed.next());
            }
            return;
        }
        past.read(position, live, this::send).ifPresent(reason -> {
            // A position from another history would hide what comes until the history is as long.
            position = live;
            line.gap(position.toString(), reason);
        });
    }

    private boolean isConnected() {
        return !cutOff && !line.isClosed();
    }

    private boolean send(StreamedAlert streamed) {
        if (isConnected() && !position.hasRead(streamed.partition(), streamed.offset())) {
            position = position.after(streamed.partition(), streamed.offset());
            if (wanted.test(streamed.alert())) {
                line.send(position.toString(), streamed.data());
            }
        }
        return isConnected();
    }
}
