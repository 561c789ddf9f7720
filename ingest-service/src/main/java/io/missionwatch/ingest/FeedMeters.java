package io.missionwatch.ingest;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.missionwatch.ingest.polling.FeedState;
import io.missionwatch.ingest.polling.PollOutcome;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.ToDoubleFunction;

/**
 * Keeps the numbers of each feed of this instance in a registry, for as many feeds as the settings allow: each costs a
 * handful of time series. Those over the bound are counted alone.
 */
final class FeedMeters {

    private static final double SECOND = 1000;

    private final MeterRegistry registry;
    private final Clock clock;
    private final AtomicInteger room;
    private final Map<String, Row> rows = new ConcurrentHashMap<>();

    /**
     * Meters of feeds.
     *
     * @param most feeds with meters of their own
     */
    FeedMeters(MeterRegistry registry, Clock clock, int most) {
        this.registry = registry;
        this.clock = clock;
        this.room = new AtomicInteger(most);
    }

    /** Room for the feeds of one task. */
    Share share() {
        return new Share();
    }

    int silent() {
        return (int) rows.values().stream().filter(row -> row.health.silent()).count();
    }

    int withoutMeters() {
        return (int) rows.values().stream().filter(row -> row.meters.isEmpty()).count();
    }

    /** The feeds of one task, which leave with it. */
    final class Share {

        /** How a feed is doing now. */
        void told(String feed, FeedState state) {
            rows.compute(feed, (id, row) -> (row == null ? new Row(id) : row).told(this, Health.of(state)));
        }

        void gone(String feed) {
            rows.computeIfPresent(feed, (id, row) -> row.goneFrom(this) ? null : row);
        }

        /** The task goes; a feed that another task of this instance has meanwhile stays. */
        void close() {
            rows.keySet().forEach(this::gone);
        }
    }

    private record Health(
            PollOutcome outcome, long lastSuccess, int items, long totalItems, int errors, boolean silent) {

        static Health of(FeedState state) {
            var activity = state.activity();
            return new Health(
                    state.outcome(),
                    state.lastSuccess(),
                    activity.items(),
                    activity.totalItems(),
                    state.errors(),
                    activity.silent());
        }

        /** A feed that has not changed is as well as one that was read: its time series stays one. */
        String word() {
            var word = outcome == PollOutcome.NOT_MODIFIED ? PollOutcome.OK : outcome;
            return word.name().toLowerCase(Locale.ROOT);
        }
    }

    private final class Row {

        private final String feed;
        private final List<Meter> meters = new ArrayList<>();
        private Share owner;
        private volatile Health health;

        Row(String feed) {
            this.feed = feed;
        }

        Row told(Share by, Health now) {
            var before = health;
            owner = by;
            health = now;
            if (meters.isEmpty() && room.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                register();
            } else if (!meters.isEmpty() && !before.word().equals(now.word())) {
                registry.remove(meters.remove(0));
                meters.add(0, status());
            }
            return this;
        }

        boolean goneFrom(Share by) {
            if (owner != by) {
                return false;
            }
            if (!meters.isEmpty()) {
                meters.forEach(registry::remove);
                room.incrementAndGet();
            }
            return true;
        }

        private void register() {
            meters.add(status());
            meters.add(gauge(IngestMetric.FEED_SUCCESS_AGE, Row::age)
                    .baseUnit("seconds")
                    .register(registry));
            meters.add(gauge(IngestMetric.FEED_ITEMS, row -> row.health.items()).register(registry));
            meters.add(
                    gauge(IngestMetric.FEED_ERRORS, row -> row.health.errors()).register(registry));
            meters.add(FunctionCounter.builder(IngestMetric.FEED_ARTICLES.id(), this, row -> row.health.totalItems())
                    .description(IngestMetric.FEED_ARTICLES.sentence())
                    .tag("feed", feed)
                    .register(registry));
        }

        private Meter status() {
            return Gauge.builder(IngestMetric.FEED_STATUS.id(), () -> 1)
                    .description(IngestMetric.FEED_STATUS.sentence())
                    .tag("feed", feed)
                    .tag("status", health.word())
                    .register(registry);
        }

        private Gauge.Builder<Row> gauge(IngestMetric metric, ToDoubleFunction<Row> value) {
            return Gauge.builder(metric.id(), this, value)
                    .description(metric.sentence())
                    .tag("feed", feed);
        }

        private double age() {
            long success = health.lastSuccess();
            return success == 0 ? Double.NaN : (clock.millis() - success) / SECOND;
        }
    }
}
