package io.missionwatch.alert;

import io.missionwatch.alert.book.BookInput;
import io.missionwatch.alert.stream.AlertSteps;
import io.missionwatch.alert.wire.WireSerdes;
import io.missionwatch.runtime.control.ControlRefusals;
import io.missionwatch.runtime.kafka.CloudEventStamp;
import io.missionwatch.schema.Alert;
import io.missionwatch.schema.AlertAction;
import io.missionwatch.schema.NewsEvent;
import io.missionwatch.schema.Suppression;
import io.missionwatch.serde.AvroSerdes;
import io.missionwatch.topics.Topic;
import io.missionwatch.topics.TopicCatalogue;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;

/** events -> match-patterns -> by-pattern-and-group -> assign-windows -> by-alert, actions -> keep-book -> alerts, history. */
public final class AlertTopology {

    /** The topics that it reads and writes, dead-letter topics last. */
    public static final List<Topic> TOPICS = withDeadLetters(
            List.of(
                    TopicCatalogue.EVENTS,
                    TopicCatalogue.ALERT_ACTIONS,
                    TopicCatalogue.PATTERNS,
                    TopicCatalogue.SUPPRESSIONS,
                    TopicCatalogue.WATCH_LISTS),
            List.of(TopicCatalogue.ALERTS, TopicCatalogue.ALERT_HISTORY));

    private static final String SOURCE = "/missionwatch/alert";

    private final AlertSteps steps;
    private final AvroSerdes serdes;
    private final int partitions;

    /**
     * A topology of these steps.
     *
     * @param partitions of the topics that instances share; the book's own must have as many as the actions have
     */
    public AlertTopology(AlertSteps steps, AvroSerdes serdes, int partitions) {
        this.steps = steps;
        this.serdes = serdes;
        this.partitions = partitions;
    }

    /** The topology. */
    public Topology build(ControlRefusals refusals) {
        var builder = new StreamsBuilder();
        var evidence = builder.stream(
                        TopicCatalogue.EVENTS.name(),
                        Consumed.with(Serdes.String(), serdes.of(NewsEvent.class))
                                .withName("news-events"))
                .process(steps.matchPatterns(), Named.as("match-patterns"))
                .repartition(by("pattern-and-group", WireSerdes.windowInputs()))
                .process(steps.assignWindows(), Named.as("assign-windows"))
                .repartition(by("alert", WireSerdes.bookInputs()));
        var written = evidence.merge(actions(builder), Named.as("add-actions"))
                .process(steps.keepBook(), Named.as("keep-book"));
        writeAlerts(written);
        writeSuppressions(written);
        var topology = builder.build();
        steps.addControl(topology, serdes, refusals);
        return topology;
    }

    private KStream<String, BookInput> actions(StreamsBuilder builder) {
        return builder.stream(
                        TopicCatalogue.ALERT_ACTIONS.name(),
                        Consumed.with(Serdes.String(), serdes.of(AlertAction.class))
                                .withName("alert-actions"))
                .filter((alertId, action) -> action != null, Named.as("drop-empty-actions"))
                .mapValues(AlertSteps::readAction, Named.as("read-actions"));
    }

    private void writeAlerts(KStream<String, SpecificRecord> written) {
        var alerts = written.filter((id, value) -> !(value instanceof Suppression), Named.as("take-alerts"))
                .mapValues(Alert.class::cast, Named.as("as-alerts"))
                .processValues(
                        new CloudEventStamp<String, Alert>(
                                SOURCE,
                                "io.missionwatch.alert",
                                alert -> alert.getAlertId() + "/" + alert.getRevision()),
                        Named.as("stamp-alerts"));
        alerts.to(
                TopicCatalogue.ALERTS.name(),
                Produced.with(Serdes.String(), serdes.of(Alert.class)).withName("security-alerts"));
        alerts.filter((id, alert) -> alert != null, Named.as("take-revisions"))
                .to(
                        TopicCatalogue.ALERT_HISTORY.name(),
                        Produced.with(Serdes.String(), serdes.of(Alert.class)).withName("security-alert-history"));
    }

    private void writeSuppressions(KStream<String, SpecificRecord> written) {
        written.filter((id, value) -> value instanceof Suppression, Named.as("take-suppressions"))
                .mapValues(Suppression.class::cast, Named.as("as-suppressions"))
                .processValues(
                        new CloudEventStamp<String, Suppression>(
                                SOURCE, "io.missionwatch.suppression", Suppression::getSuppressionId),
                        Named.as("stamp-suppressions"))
                .to(
                        TopicCatalogue.SUPPRESSIONS.name(),
                        Produced.with(Serdes.String(), serdes.of(Suppression.class))
                                .withName("write-suppressions"));
    }

    private static List<Topic> withDeadLetters(List<Topic> read, List<Topic> written) {
        return Stream.of(read.stream(), written.stream(), read.stream().map(Topic::deadLetter))
                .flatMap(topics -> topics)
                .toList();
    }

    private <V> Repartitioned<String, V> by(String what, Serde<V> values) {
        return Repartitioned.with(Serdes.String(), values)
                .withName("by-" + what)
                .withNumberOfPartitions(partitions);
    }
}
