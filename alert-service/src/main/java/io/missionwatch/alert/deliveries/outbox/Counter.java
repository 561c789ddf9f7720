package io.missionwatch.alert.deliveries.outbox;

import io.missionwatch.alert.deliveries.outbox.Outbox.Ticket;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Hands parcels to the sink on threads of its own and collects how it went, so that a slow receiver holds up no poll. */
final class Counter implements AutoCloseable {

    private static final Duration END_WITHIN = Duration.ofSeconds(1);

    private final Sink sink;
    private final int desks;
    private final ExecutorService clerks;
    private final BlockingQueue<List<Result>> results = new LinkedBlockingQueue<>();
    private int underWay;

    /**
     * How an attempt went.
     *
     * @param ticket of the parcel
     * @param took how long it took
     */
    record Result(Ticket ticket, Parcel parcel, Attempt attempt, Duration took) {}

    Counter(Sink sink, SinkOrder order) {
        this.sink = sink;
        this.desks = order.parallel();
        this.clerks = Executors.newFixedThreadPool(desks, task -> {
            var thread = new Thread(task, "sink-" + order.name());
            thread.setDaemon(true);
            return thread;
        });
    }

    /** How many more can be under way. */
    int free() {
        return desks - underWay;
    }

    boolean isIdle() {
        return underWay == 0;
    }

    /** How parcels are gathered, where the sink does so. */
    Optional<Gathering> gathering() {
        return sink instanceof GatheringSink gathering ? Optional.of(gathering.gathering()) : Optional.empty();
    }

    /**
     * Hands over parcels, which have one outcome.
     *
     * @param parcels one; or several, where the sink gathers them
     */
    void hand(Map<Ticket, Parcel> parcels) {
        underWay += parcels.size();
        clerks.execute(() -> {
            long start = System.nanoTime();
            var attempt = tryOnce(List.copyOf(parcels.values()));
            var took = Duration.ofNanos(System.nanoTime() - start);
            results.add(parcels.entrySet().stream()
                    .map(entry -> new Result(entry.getKey(), entry.getValue(), attempt, took))
                    .toList());
        });
    }

    /** What is done since the last call. */
    List<Result> collect() {
        var hands = new ArrayList<List<Result>>();
        results.drainTo(hands);
        var done = new ArrayList<Result>();
        hands.forEach(done::addAll);
        underWay -= done.size();
        return done;
    }

    /** Waits for what is under way; what takes longer is left, and will be delivered again with the same key. */
    List<Result> collectLast(Duration patience, InstantSource clock) {
        var end = clock.instant().plus(patience);
        var done = collect();
        try {
            while (underWay > 0 && clock.instant().isBefore(end)) {
                var some = results.poll(10, TimeUnit.MILLISECONDS);
                if (some != null) {
                    done.addAll(some);
                    underWay -= some.size();
                }
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        return done;
    }

    @Override
    public void close() {
        clerks.shutdownNow();
        try {
            clerks.awaitTermination(END_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private Attempt tryOnce(List<Parcel> parcels) {
        try {
            return sink instanceof GatheringSink gathering ? gathering.deliver(parcels) : sink.deliver(parcels.get(0));
        } catch (RuntimeException unforeseen) {
            return Attempt.Failed.because("unforeseen " + unforeseen.getClass().getSimpleName());
        }
    }
}
