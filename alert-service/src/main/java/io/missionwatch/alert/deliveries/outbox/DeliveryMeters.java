package io.missionwatch.alert.deliveries.outbox;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.missionwatch.alert.metrics.AlertMetric;
import io.missionwatch.schema.DeliveryOutcome;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** What one sink counts and measures. */
public final class DeliveryMeters {

    private final MeterRegistry metrics;
    private final String sink;
    private final AtomicInteger open;
    private final AtomicInteger gone;

    /** The meters of a sink. */
    public DeliveryMeters(MeterRegistry metrics, String sink) {
        this.metrics = metrics;
        this.sink = sink;
        this.open = new AtomicInteger();
        this.gone = new AtomicInteger();
        metrics.gauge(AlertMetric.DELIVERIES_OPEN.id(), Tags.of("sink", sink), open, AtomicInteger::get);
        metrics.gauge(AlertMetric.SINKS_GONE.id(), Tags.of("sink", sink), gone, AtomicInteger::get);
        // A counter that is there from the start shows its first increase; one that appears with it shows none.
        Stream.of(DeliveryOutcome.values()).forEach(outcome -> count(outcome, 0));
    }

    private void count(DeliveryOutcome outcome, int attempts) {
        var word = outcome.name().toLowerCase(Locale.ROOT);
        metrics.counter(AlertMetric.DELIVERIES.id(), "sink", sink, "outcome", word)
                .increment(attempts);
    }

    void tried(DeliveryOutcome outcome, Duration took) {
        count(outcome, 1);
        metrics.timer(AlertMetric.DELIVERY_TIME.id(), "sink", sink).record(took);
    }

    void open(int count) {
        open.set(count);
    }

    void gone() {
        gone.set(1);
    }
}
