package io.missionwatch.quickstart.stack;

import io.missionwatch.runtime.kafka.KafkaSettings;
import io.missionwatch.runtime.settings.Settings;
import io.missionwatch.schema.Alert;
import io.missionwatch.serde.AvroSerdes;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A stack with its backbone, the feeds it reads, and a reader of its alerts; all closed together. */
public final class RunningStack implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RunningStack.class);

    private final Deque<AutoCloseable> parts = new ArrayDeque<>();
    private Optional<Stack> services = Optional.empty();

    private RunningStack() {}

    /**
     * Starts all of it.
     *
     * @param plan what it is to be
     * @param backbone starts what it runs on
     * @param progress told of each stage
     * @param feeds what it reads
     * @param from where the reader of alerts starts
     * @param reader gets each revision of each alert
     */
    public static RunningStack start(
            StackPlan plan,
            Function<Progress, Backbone> backbone,
            Progress progress,
            WantedFeeds feeds,
            AlertReader.From from,
            Consumer<Alert> reader) {
        var running = new RunningStack();
        try {
            var base = running.own(backbone.apply(progress));
            running.services = Optional.of(running.own(Stack.start(plan, base, progress)));
            var kafka = KafkaSettings.from(
                    Settings.of(plan.kafka(base), KafkaSettings.declared()), "missionwatch-quickstart");
            var serdes = running.own(new AvroSerdes(kafka.registry()));
            running.own(AlertReader.start(
                    kafka.forConsumer(), serdes.of(Alert.class).deserializer(), from, reader));
            if (feeds.onlyThese()) {
                FeedBook.replace(feeds.feeds(), kafka.forProducer(), kafka.forConsumer(), serdes);
            }
            var whereabouts = new Whereabouts(base.bootstrapServers(), base.registry(), plan.door());
            running.own(whereabouts.write(plan.directory()));
            return running;
        } catch (RuntimeException failure) {
            running.close();
            throw failure;
        }
    }

    /** What failed, if a service will not do its work any more. */
    public Optional<String> failure() {
        return services.flatMap(Stack::failure);
    }

    /** Whether every service does its work. */
    public boolean isReady() {
        return services.map(Stack::isReady).orElse(false);
    }

    private <T extends AutoCloseable> T own(T part) {
        parts.addFirst(part);
        return part;
    }

    @Override
    public void close() {
        parts.forEach(part -> {
            try {
                part.close();
            } catch (Exception failure) {
                LOG.warn("Did not close part={}", part.getClass().getSimpleName(), failure);
            }
        });
        parts.clear();
    }
}
