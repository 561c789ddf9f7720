package io.missionwatch.runtime;

import io.missionwatch.registry.SchemaRegistration;
import io.missionwatch.serde.AvroSerdes;
import io.missionwatch.topics.Topic;
import java.util.List;

/** The schema registry as a part of a service: not ready while the registry does not answer, so that nobody is misled. */
public final class RegistryPart implements Part {

    private final AvroSerdes serdes;
    private volatile boolean closed;

    private RegistryPart(AvroSerdes serdes) {
        this.serdes = serdes;
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
        return part;
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
        if (!closed) {
            closed = true;
            serdes.close();
        }
    }
}
