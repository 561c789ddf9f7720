package io.missionwatch.serde;

import io.missionwatch.registry.RegistryClient;
import io.missionwatch.registry.RegistryClients;
import io.missionwatch.registry.RegistryHealth;
import io.missionwatch.registry.Waiting;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.generic.IndexedRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;

/**
 * Avro records in Confluent's wire format. Made by {@link AvroSerdes}, or by Kafka from its class name and then
 * configured under Confluent's setting names; {@code specific.avro.reader=true} gives generated classes, else generic
 * records. Safe for use by several threads.
 */
public final class AvroSerde<T extends IndexedRecord> implements Serde<T> {
    private final Waiting waiting = Waiting.real();
    private Optional<RegistryClient> owned = Optional.empty();
    private Optional<Serializer<T>> serializer = Optional.empty();
    private Optional<Deserializer<T>> deserializer = Optional.empty();

    /** For Kafka, which calls {@link #configure} next. */
    public AvroSerde() {
        TrustedRecords.trust();
    }

    AvroSerde(RegistryClient registry, SerdeSettings settings, WriterSchemas writers, Optional<Class<?>> recordClass) {
        this();
        use(registry, settings, writers, recordClass, false);
    }

    @Override
    public void configure(Map<String, ?> configs, boolean isKey) {
        if (serializer.isPresent()) {
            return;
        }
        var registry = RegistryClients.patient(configs, new RegistryHealth());
        var settings = SerdeSettings.from(configs);
        owned = Optional.of(registry);
        var writers = new WriterSchemas(registry, settings.confirmUnknown(), waiting);
        use(registry, settings, writers, Optional.empty(), isKey);
    }

    private void use(
            RegistryClient registry,
            SerdeSettings settings,
            WriterSchemas writers,
            Optional<Class<?>> recordClass,
            boolean isKey) {
        serializer = Optional.of(new AvroSerializer<>(registry, settings, isKey));
        deserializer = Optional.of(new AvroDeserializer<>(writers, recordClass, settings.specific()));
    }

    @Override
    public Serializer<T> serializer() {
        return serializer.orElseThrow(AvroSerde::unconfigured);
    }

    @Override
    public Deserializer<T> deserializer() {
        return deserializer.orElseThrow(AvroSerde::unconfigured);
    }

    @Override
    public void close() {
        waiting.end();
        owned.ifPresent(RegistryClient::close);
    }

    private static IllegalStateException unconfigured() {
        return new IllegalStateException("configure the Avro serde before it is used");
    }
}
