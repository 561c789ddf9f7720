package io.missionwatch.alert.deliveries.outbox;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.missionwatch.alert.metrics.AlertMetric;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/** What one sink counts and measures. */
public final class DeliveryMeters {

    private final MeterRegistry metrics;
    private final String sink;
    private final AtomicInteger open;

    /** The meters of a sink. */
    public DeliveryMeters(MeterRegistry metrics, String sink) {
        this.metrics = metrics;
        this.sink = sink;
        this.open = new AtomicInteger();
        metrics.gauge(AlertMetric.DELIVERIES_OPEN.id(), Tags.of("sink", sink), open, AtomicInteger::get);
    }

    void tried(Enum<?> outcome, Duration took) {
        metrics.counter(
                        AlertMetric.DELIVERIES.id(),
                        "sink",
                        sink,
                        "outcome",
                        outcome.name().toLowerCase(Locale.ROOT))
                .increment();
        metrics.timer(AlertMetric.DELIVERY_TIME.id(), "sink", sink).record(took);
    }

    void open(int count) {
        open.set(count);
    }
}
