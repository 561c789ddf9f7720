package io.missionwatch.runtime.kafka;

import io.missionwatch.registry.RegistryException;
import io.missionwatch.registry.SchemaRegistration;
import io.missionwatch.runtime.Part;
import io.missionwatch.runtime.PartState;
import io.missionwatch.runtime.ServiceHost;
import io.missionwatch.serde.AvroSerdes;
import io.missionwatch.topics.Topic;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The schema registry as a part of a service: not ready while the registry does not answer, so that nobody is misled. It
 * asks now and then, since a service that knows its schemas may go for days without a question of its own.
 */
public final class RegistryPart implements Part {

    private static final Logger LOG = LoggerFactory.getLogger(RegistryPart.class);
    private static final Duration ASKED_EVERY = Duration.ofSeconds(2);

    private final AvroSerdes serdes;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread watch = new Thread(this::watch, "registry-watch");

    private RegistryPart(AvroSerdes serdes) {
        this.serdes = serdes;
        watch.setDaemon(true);
    }

    /**
     * Registers the contracts of topics and gives the serdes for them; waits for the registry as long as it takes.
     *
     * @param host owns the part at once, so that its health shows what is waited for
     * @throws io.missionwatch.registry.IncompatibleSchemaException when a contract breaks with what is registered
     */
    public static RegistryPart start(ServiceHost host, KafkaSettings settings, List<Topic> topics) {
        var part = host.own(new RegistryPart(new AvroSerdes(settings.registry())));
        SchemaRegistration.registerTopics(part.serdes.registry(), topics);
        part.watch.start();
        return part;
    }

    private void watch() {
        try {
            while (!closing.await(ASKED_EVERY.toMillis(), TimeUnit.MILLISECONDS)) {
                ask();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Any question will do: the client waits for the answer, and its health says that it does. */
    private void ask() {
        try {
            serdes.registry().globalCompatibility();
        } catch (RegistryException refused) {
            LOG.debug("The schema registry answers, though not this question reason={}", refused.getMessage());
        }
    }

    /** Serdes that share one client of the registry. */
    public AvroSerdes serdes() {
        return serdes;
    }

    @Override
    public String name() {
        return "registry";
    }

    @Override
    public PartState state() {
        return serdes.health()
                .outage()
                .<PartState>map(outage -> new PartState.Waiting(
                        "the schema registry does not answer since " + outage.since() + ": " + outage.reason()))
                .orElse(PartState.READY);
    }

    @Override
    public synchronized void close() {
        if (closing.getCount() > 0) {
            closing.countDown();
            serdes.close();
        }
    }
}
