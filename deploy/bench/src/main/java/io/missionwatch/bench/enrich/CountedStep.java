package io.missionwatch.bench.enrich;

import io.missionwatch.bench.figures.CpuClock;
import io.missionwatch.enrich.wire.Told;
import io.missionwatch.schema.Article;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A step of a topology that notes the processor time while it counts: from after the first articles, which start the stream,
 * until so many more have passed. Called on the one stream thread alone.
 */
final class CountedStep implements Function<Article, Told> {
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final Function<Article, Told> step;
    private final int uncounted;
    private final int counted;
    private final Supplier<Duration> broker;
    private final CountDownLatch done = new CountDownLatch(1);
    private int passed;
    private double ownSeconds;
    private double brokerSeconds;

    CountedStep(Function<Article, Told> step, int uncounted, int counted, Supplier<Duration> broker) {
        this.step = step;
        this.uncounted = uncounted;
        this.counted = counted;
        this.broker = broker;
    }

    @Override
    public Told apply(Article article) {
        if (passed == uncounted) {
            ownSeconds = -CpuClock.seconds();
            brokerSeconds = -brokerTime();
        }
        var told = step.apply(article);
        passed++;
        if (passed == uncounted + counted) {
            ownSeconds += CpuClock.seconds();
            brokerSeconds += brokerTime();
            done.countDown();
        }
        return told;
    }

    private double brokerTime() {
        return broker.get().toNanos() / 1e9;
    }

    void await(String application) throws InterruptedException {
        if (!done.await(LONGEST.toSeconds(), TimeUnit.SECONDS)) {
            throw new IllegalStateException(application + " did not read all articles within " + LONGEST);
        }
    }

    /** Processor time of this process for the counted articles. */
    double ownSeconds() {
        return ownSeconds;
    }

    /** With that of the broker. */
    double allSeconds() {
        return ownSeconds + brokerSeconds;
    }
}
