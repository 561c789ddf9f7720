package io.missionwatch.ingest;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.missionwatch.ingest.doors.Tally;
import io.missionwatch.ingest.polling.PollOutcome;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntSupplier;

/** Keeps the numbers of {@link IngestMetric} in a registry. */
final class IngestMeters implements Tally {

    private final MeterRegistry registry;
    private final Counter created;
    private final Counter revised;
    private final Counter unchanged;
    private final Counter dropped;
    private final Timer lateness;
    private final Timer fetch;
    private final Set<IntSupplier> waiting = ConcurrentHashMap.newKeySet();
    private final FeedMeters feeds;

    /**
     * Meters in a registry.
     *
     * @param feedsShown feeds with meters of their own
     */
    IngestMeters(MeterRegistry registry, Clock clock, int feedsShown) {
        this.registry = registry;
        this.feeds = new FeedMeters(registry, clock, feedsShown);
        this.created = articles("new");
        this.revised = articles("revision");
        this.unchanged = articles("unchanged");
        this.dropped = Counter.builder(IngestMetric.DROPPED.id())
                .description(IngestMetric.DROPPED.sentence())
                .register(registry);
        this.lateness = timer(IngestMetric.LATENESS);
        this.fetch = timer(IngestMetric.FETCH);
        gauge(
                IngestMetric.FEEDS,
                () -> waiting.stream().mapToInt(IntSupplier::getAsInt).sum());
        gauge(IngestMetric.SILENT, feeds::silent);
        gauge(IngestMetric.FEEDS_UNSHOWN, feeds::withoutMeters);
    }

    private Counter articles(String decision) {
        return Counter.builder(IngestMetric.ARTICLES.id())
                .description(IngestMetric.ARTICLES.sentence())
                .tag("decision", decision)
                .register(registry);
    }

    private Timer timer(IngestMetric metric) {
        return Timer.builder(metric.id())
                .description(metric.sentence())
                .publishPercentiles(0.5, 0.99)
                .register(registry);
    }

    private void gauge(IngestMetric metric, IntSupplier value) {
        Gauge.builder(metric.id(), value::getAsInt)
                .description(metric.sentence())
                .register(registry);
    }

    void newArticle() {
        created.increment();
    }

    void newRevision() {
        revised.increment();
    }

    void unchangedArticle() {
        unchanged.increment();
    }

    void dropped() {
        dropped.increment();
    }

    void polled(PollOutcome outcome) {
        Counter.builder(IngestMetric.POLLS.id())
                .description(IngestMetric.POLLS.sentence())
                .tag("outcome", outcome.name().toLowerCase(Locale.ROOT))
                .register(registry)
                .increment();
    }

    @Override
    public void accepted(int articles) {
        submissions("accepted", articles);
    }

    @Override
    public void refused(int articles) {
        submissions("refused", articles);
    }

    @Override
    public void throttled(int articles) {
        submissions("throttled", articles);
    }

    @Override
    public void failed(int articles) {
        submissions("failed", articles);
    }

    private void submissions(String outcome, int articles) {
        Counter.builder(IngestMetric.SUBMISSIONS.id())
                .description(IngestMetric.SUBMISSIONS.sentence())
                .tag("outcome", outcome)
                .register(registry)
                .increment(articles);
    }

    void late(long millis) {
        lateness.record(Duration.ofMillis(Math.max(0, millis)));
    }

    Timer fetch() {
        return fetch;
    }

    void load(FetchDesk desk) {
        gauge(IngestMetric.IN_FLIGHT, desk::load);
    }

    void waiting(IntSupplier feeds) {
        waiting.add(feeds);
    }

    void gone(IntSupplier feeds) {
        waiting.remove(feeds);
    }

    /** Of each feed. */
    FeedMeters feeds() {
        return feeds;
    }
}
