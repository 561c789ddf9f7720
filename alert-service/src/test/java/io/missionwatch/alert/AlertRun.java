package io.missionwatch.alert;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.missionwatch.alert.book.Lifetimes;
import io.missionwatch.alert.patterns.BuiltInPatterns;
import io.missionwatch.alert.patterns.LivePatterns;
import io.missionwatch.alert.severity.SeverityTable;
import io.missionwatch.alert.stream.AlertSteps;
import io.missionwatch.alert.stream.LiveControl;
import io.missionwatch.runtime.control.ControlRefusals;
import io.missionwatch.schema.Alert;
import io.missionwatch.schema.AlertAction;
import io.missionwatch.schema.NewsEvent;
import io.missionwatch.schema.Pattern;
import io.missionwatch.schema.WatchList;
import io.missionwatch.serde.AvroSerdes;
import io.missionwatch.topics.Topic;
import io.missionwatch.topics.TopicCatalogue;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;

/** The alert topology without a broker. */
final class AlertRun implements AutoCloseable {

    final List<String> refused = new ArrayList<>();
    private final AvroSerdes serdes = AvroSerdes.local();
    private final TopologyTestDriver driver;
    private final TestInputTopic<String, NewsEvent> events;
    private final TestInputTopic<String, AlertAction> actions;
    private final TestOutputTopic<String, Alert> alerts;
    private final TestOutputTopic<String, Alert> history;

    AlertRun() {
        this(News.NOON);
    }

    /** One whose clock shows this time at its start. */
    AlertRun(Instant clock) {
        driver = new TopologyTestDriver(
                topology(serdes, (origin, bad, why) -> refused.add(why.getMessage())), properties(), clock);
        events = input(TopicCatalogue.EVENTS, NewsEvent.class);
        actions = input(TopicCatalogue.ALERT_ACTIONS, AlertAction.class);
        alerts = output(TopicCatalogue.ALERTS);
        history = output(TopicCatalogue.ALERT_HISTORY);
    }

    static Topology topology(AvroSerdes serdes, ControlRefusals refusals) {
        var control = LiveControl.with(new LivePatterns(BuiltInPatterns.all(), Runnable::run));
        var steps = new AlertSteps(
                control, SeverityTable.builtIn(), Lifetimes.USUAL, Duration.ofDays(7), new SimpleMeterRegistry());
        return new AlertTopology(steps, serdes, 3).build(refusals);
    }

    private static Properties properties() {
        var properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "alert-test");
        properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "none:9092");
        properties.put("processing.exception.handler.global.enabled", true);
        properties.put(StreamsConfig.STATE_DIR_CONFIG, "target/state/" + UUID.randomUUID());
        properties.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
        return properties;
    }

    AlertRun tell(NewsEvent... news) {
        for (var one : news) {
            var article = one.getArticle();
            events.pipeInput(article.getArticleId(), one, article.getFetchedAt());
        }
        return this;
    }

    void act(AlertAction action) {
        actions.pipeInput(action.getAlertId(), action, action.getAt());
    }

    void putPattern(Pattern pattern) {
        input(TopicCatalogue.PATTERNS, Pattern.class).pipeInput(pattern.getPatternId(), pattern);
    }

    void removePattern(String patternId) {
        input(TopicCatalogue.PATTERNS, Pattern.class).pipeInput(patternId, null);
    }

    void putWatchList(WatchList list) {
        input(TopicCatalogue.WATCH_LISTS, WatchList.class).pipeInput(list.getWatchListId(), list);
    }

    void removeWatchList(String watchListId) {
        input(TopicCatalogue.WATCH_LISTS, WatchList.class).pipeInput(watchListId, null);
    }

    void putBytes(Topic topic, String key, byte[] value) {
        driver.createInputTopic(topic.name(), new StringSerializer(), new ByteArraySerializer())
                .pipeInput(key, value);
    }

    void clockAdvances(Duration time) {
        driver.advanceWallClockTime(time);
    }

    /** All revisions written since it was asked last. */
    List<Alert> revisions() {
        return history.readValuesToList();
    }

    /** The newest revision of every alert; forgotten ones are not among them. */
    Map<String, Alert> newest() {
        var newest = new LinkedHashMap<String, Alert>();
        alerts.readRecordsToList().forEach(record -> {
            if (record.value() == null) {
                newest.remove(record.key());
            } else {
                newest.put(record.key(), record.value());
            }
        });
        return newest;
    }

    private <T extends SpecificRecord> TestInputTopic<String, T> input(Topic topic, Class<T> type) {
        return driver.createInputTopic(
                topic.name(), new StringSerializer(), serdes.of(type).serializer(), Instant.EPOCH, Duration.ZERO);
    }

    private TestOutputTopic<String, Alert> output(Topic topic) {
        return driver.createOutputTopic(
                topic.name(), new StringDeserializer(), serdes.of(Alert.class).deserializer());
    }

    @Override
    public void close() {
        driver.close();
        serdes.close();
    }
}
