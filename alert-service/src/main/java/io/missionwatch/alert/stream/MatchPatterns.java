package io.missionwatch.alert.stream;

import io.micrometer.core.instrument.MeterRegistry;
import io.missionwatch.alert.evidence.Stance;
import io.missionwatch.alert.matching.ArticleReach;
import io.missionwatch.alert.matching.PatternMatch;
import io.missionwatch.alert.matching.Reaching;
import io.missionwatch.alert.matching.Reporting;
import io.missionwatch.alert.matching.WindowInput;
import io.missionwatch.alert.metrics.AlertMetric;
import io.missionwatch.alert.sigma.EventReading;
import io.missionwatch.alert.view.EvidenceReader;
import io.missionwatch.alert.view.PatternView;
import io.missionwatch.schema.ArticleRef;
import io.missionwatch.schema.Event;
import io.missionwatch.schema.EventType;
import io.missionwatch.schema.NewsEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Matches events against the patterns in force. Remembers per article which of its events went where, for the retention
 * after it was seen last, so that a later revision can take back what it does not say any more.
 */
final class MatchPatterns implements Processor<String, NewsEvent, String, WindowInput> {

    static final String STORE = "article-reaches";
    private static final Duration PRUNED_EVERY = Duration.ofHours(1);

    private final LiveControl control;
    private final Duration retention;
    private final Backlog backlog;
    private final MeterRegistry metrics;
    private final EventReading reading;
    private ProcessorContext<String, WindowInput> context;
    private KeyValueStore<String, ArticleReach> store;
    private Backlog.Reader reader;

    MatchPatterns(LiveControl control, Duration retention, Backlog backlog, MeterRegistry metrics) {
        this.control = control;
        this.retention = retention;
        this.backlog = backlog;
        this.metrics = metrics;
        this.reading = new EventReading(
                List.of(),
                regex -> metrics.counter(AlertMetric.REGEX_OVERRUNS.id()).increment());
    }

    @Override
    public void init(ProcessorContext<String, WindowInput> initialised) {
        context = initialised;
        reader = backlog.open(context.currentSystemTimeMs());
        store = context.getStateStore(STORE);
        context.schedule(PRUNED_EVERY, PunctuationType.STREAM_TIME, this::prune);
    }

    @Override
    public void process(Record<String, NewsEvent> record) {
        reader.read(context.currentSystemTimeMs(), record.timestamp());
        if (record.value() == null) {
            return;
        }
        var now = Instant.ofEpochMilli(record.timestamp());
        var articleId = record.value().getArticle().getArticleId();
        var before = Optional.ofNullable(store.get(articleId)).orElseGet(() -> ArticleReach.none(now));
        var reaching = Reaching.of(before, reportingOf(record.value()), now);
        if (!reaching.after().equals(before)) {
            store.put(articleId, reaching.after());
        }
        reaching.messages()
                .forEach(message ->
                        context.forward(record.withKey(message.route().key()).withValue(message)));
    }

    @Override
    public void close() {
        reader.close();
    }

    private Reporting reportingOf(NewsEvent news) {
        var article = news.getArticle();
        if (news.getEvent() == null) {
            var surviving = Optional.ofNullable(news.getSurvivingEventIds()).orElse(List.of());
            return new Reporting.Closed(article.getRevision(), Set.copyOf(surviving));
        }
        metrics.counter(AlertMetric.EVENTS.id()).increment();
        var matches = matchesOf(PatternView.of(article, news.getEvent()));
        return matches.isEmpty() ? counter(article, news.getEvent()) : supporting(article, news.getEvent(), matches);
    }

    private static Reporting supporting(ArticleRef article, Event event, List<PatternMatch> matches) {
        return new Reporting.Told(EvidenceReader.read(article, event, Stance.SUPPORTS), matches, Optional.empty());
    }

    /** An event that is told not to be so speaks against the alerts that it would have made. */
    private Reporting counter(ArticleRef article, Event event) {
        var evidence = EvidenceReader.read(article, event, Stance.DENIES);
        var matches =
                PatternView.isDenied(event) ? matchesOf(PatternView.asIfTrue(article, event)) : List.<PatternMatch>of();
        var about = Optional.ofNullable(event.getAbout()).filter(id -> event.getType() == EventType.DENIAL);
        return new Reporting.Told(evidence, matches, about);
    }

    private List<PatternMatch> matchesOf(Map<String, Object> tree) {
        var found = control.patterns().current().matches(tree, control.sites().current(), reading);
        if (found.excess() > 0) {
            metrics.counter(AlertMetric.GROUPS_LEFT_OUT.id()).increment(found.excess());
        }
        found.matches()
                .forEach(match -> metrics.counter(
                                AlertMetric.MATCHES.id(),
                                "pattern",
                                match.card().patternId(),
                                "mode",
                                match.card().shadow() ? "shadow" : "live")
                        .increment());
        return found.matches();
    }

    private void prune(long streamTime) {
        var oldest = Instant.ofEpochMilli(streamTime).minus(retention);
        try (var all = store.all()) {
            all.forEachRemaining(entry -> {
                if (entry.value.seen().isBefore(oldest)) {
                    store.delete(entry.key);
                }
            });
        }
    }
}
