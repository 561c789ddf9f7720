package io.missionwatch.alert.stream;

import io.micrometer.core.instrument.MeterRegistry;
import io.missionwatch.alert.book.AlertBook;
import io.missionwatch.alert.book.BookInput;
import io.missionwatch.alert.book.Lifetimes;
import io.missionwatch.alert.book.Reviser;
import io.missionwatch.alert.matching.WindowInput;
import io.missionwatch.alert.metrics.AlertMetric;
import io.missionwatch.alert.severity.SeverityTable;
import io.missionwatch.alert.wire.WireSerdes;
import io.missionwatch.runtime.control.ControlRefusals;
import io.missionwatch.runtime.control.ControlTarget;
import io.missionwatch.runtime.control.ControlTopic;
import io.missionwatch.schema.AlertAction;
import io.missionwatch.schema.NewsEvent;
import io.missionwatch.schema.Pattern;
import io.missionwatch.schema.Suppression;
import io.missionwatch.schema.WatchList;
import io.missionwatch.serde.AvroSerdes;
import io.missionwatch.topics.Topic;
import io.missionwatch.topics.TopicCatalogue;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/** The steps of the alert topology, each with its stores. */
public final class AlertSteps {

    private final LiveControl control;
    private final SeverityTable table;
    private final Lifetimes lifetimes;
    private final Duration retention;
    private final MeterRegistry metrics;
    private final Backlog backlog = new Backlog();

    /**
     * The steps of one instance.
     *
     * @param control what operators change while the service runs
     * @param table how severity and certainty follow from evidence
     * @param lifetimes how long alerts stay
     * @param retention how long windows and articles are remembered beyond what patterns need
     */
    public AlertSteps(
            LiveControl control, SeverityTable table, Lifetimes lifetimes, Duration retention, MeterRegistry metrics) {
        this.control = control;
        this.table = table;
        this.lifetimes = lifetimes;
        this.retention = retention;
        this.metrics = metrics;
    }

    /** Events to matches. */
    public ProcessorSupplier<String, NewsEvent, String, WindowInput> matchPatterns() {
        var reaches = Stores.keyValueStoreBuilder(
                Stores.persistentKeyValueStore(MatchPatterns.STORE), Serdes.String(), WireSerdes.articleReaches());
        return step(() -> new MatchPatterns(control, retention, backlog, metrics), List.of(reaches));
    }

    /** Matches to evidence of alerts. */
    public ProcessorSupplier<String, WindowInput, String, BookInput> assignWindows() {
        return step(() -> new AssignWindows(control, retention, backlog), WindowStores.builders());
    }

    /** Evidence and actions to revisions of alerts, and suppressions. */
    public ProcessorSupplier<String, BookInput, String, SpecificRecord> keepBook() {
        var reviser = new Reviser(table, control.sites()::current, new Holding(control.suppressions()));
        return step(() -> new KeepBook(new AlertBook(reviser, lifetimes), backlog, metrics), KeepBook.stores());
    }

    /** What somebody did, as the book takes it. */
    public static BookInput readAction(AlertAction action) {
        return ActionReader.read(action);
    }

    /** Adds the readers of patterns, suppressions and watch lists. */
    public void addControl(Topology topology, AvroSerdes serdes, ControlRefusals refusals) {
        add(topology, TopicCatalogue.PATTERNS, serdes.of(Pattern.class), control.patternTarget(), refusals);
        add(topology, TopicCatalogue.SUPPRESSIONS, serdes.of(Suppression.class), control.suppressionTarget(), refusals);
        add(topology, TopicCatalogue.WATCH_LISTS, serdes.of(WatchList.class), control.siteTarget(), refusals);
    }

    private <T> void add(
            Topology topology, Topic topic, Serde<T> values, ControlTarget<T> target, ControlRefusals refusals) {
        var refused = metrics.counter(AlertMetric.CONTROL_REFUSED.id(), "topic", topic.name());
        new ControlTopic<>(topic, values.deserializer(), target, refusals, refused).addTo(topology);
    }

    private static <K, V, K2, V2> ProcessorSupplier<K, V, K2, V2> step(
            ProcessorSupplier<K, V, K2, V2> processors, List<StoreBuilder<?>> stores) {
        return new ProcessorSupplier<>() {
            @Override
            public Processor<K, V, K2, V2> get() {
                return processors.get();
            }

            @Override
            public Set<StoreBuilder<?>> stores() {
                return new LinkedHashSet<>(stores);
            }
        };
    }
}
