package io.missionwatch.quickstart.stack;

import io.missionwatch.ingest.doors.Audit;
import io.missionwatch.runtime.kafka.KafkaSettings;
import io.missionwatch.runtime.settings.Settings;
import io.missionwatch.schema.AuditEntry;
import io.missionwatch.serde.AvroSerdes;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;

/**
 * A Kafka cluster and its schema registry, as a command reaches them.
 *
 * @param kafka settings of its clients
 * @param serdes of its records
 */
public record Cluster(KafkaSettings kafka, AvroSerdes serdes) implements AutoCloseable {

    // A person waits: better a word soon than patience.
    private static final Map<String, String> HURRIED = Map.of(
            "kafka.default.api.timeout.ms", "15000",
            "kafka.request.timeout.ms", "10000",
            "kafka.max.block.ms", "15000",
            "kafka.delivery.timeout.ms", "30000");

    /** How what a command writes names its source. */
    public static final URI SOURCE = URI.create("/missionwatch/cli");

    /**
     * One that is running.
     *
     * @param more settings of Kafka's clients and of the registry, such as logins
     */
    public static Cluster of(String bootstrapServers, URI registry, Map<String, String> more) {
        var given = new HashMap<>(HURRIED);
        more.forEach((name, value) -> given.put(KafkaSettings.isOfTheRegistry(name) ? name : "kafka." + name, value));
        given.put("kafka.bootstrap.servers", bootstrapServers);
        given.put("schema.registry.url", registry.toString());
        var kafka = KafkaSettings.from(Settings.of(given, KafkaSettings.declared()), "missionwatch-cli");
        return new Cluster(kafka, new AvroSerdes(kafka.registry()));
    }

    /** For writing down what a command changed. */
    public Audit audit() {
        return new Audit(SOURCE, serdes.of(AuditEntry.class).serializer());
    }

    @Override
    public void close() {
        serdes.close();
    }
}
