package io.missionwatch.quickstart.backtest;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.missionwatch.alert.AlertTopology;
import io.missionwatch.alert.book.Lifetimes;
import io.missionwatch.alert.patterns.LivePatterns;
import io.missionwatch.alert.patterns.PatternText;
import io.missionwatch.alert.severity.SeverityTable;
import io.missionwatch.alert.stream.AlertSteps;
import io.missionwatch.alert.stream.LiveControl;
import io.missionwatch.schema.Alert;
import io.missionwatch.schema.NewsEvent;
import io.missionwatch.topics.Layout;
import io.missionwatch.topics.TopicCatalogue;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;

/** The very topology of the alert service: events, held against one version of the patterns, to alerts. */
final class AlertRun implements AutoCloseable {

    private static final Duration WINDOWS_KEPT = Duration.ofDays(45);
    private static final Duration UNTIL_ALL_WINDOWS_CLOSE = Duration.ofDays(1);

    private final DrivenTopology topology;
    private final TestInputTopic<String, NewsEvent> events;
    private final TestOutputTopic<String, Alert> history;
    private final FiredAlerts fired = new FiredAlerts();

    AlertRun(List<PatternText> patterns, Path state, Instant start) {
        var control = LiveControl.with(new LivePatterns(patterns, Runnable::run));
        var steps = new AlertSteps(
                control, SeverityTable.builtIn(), Lifetimes.USUAL, WINDOWS_KEPT, new SimpleMeterRegistry());
        topology = new DrivenTopology(
                serdes -> new AlertTopology(steps, serdes, Layout.EMBEDDED.sharedPartitions())
                        .build((origin, bad, why) -> {
                            throw new BacktestException("a pattern was refused: " + why.getMessage(), why);
                        }),
                state,
                start);
        events = topology.input(TopicCatalogue.EVENTS, NewsEvent.class);
        history = topology.output(TopicCatalogue.ALERT_HISTORY, Alert.class);
    }

    void add(NewsEvent news) {
        var article = news.getArticle();
        events.pipeInput(article.getArticleId(), news, article.getFetchedAt());
        history.readValuesToList().forEach(fired::add);
    }

    /** Lets so much time pass that every window closes; all alerts that there were. */
    FiredAlerts end() {
        topology.letPass(UNTIL_ALL_WINDOWS_CLOSE);
        history.readValuesToList().forEach(fired::add);
        return fired;
    }

    @Override
    public void close() {
        topology.close();
    }
}
