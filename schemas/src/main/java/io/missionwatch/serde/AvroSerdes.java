package io.missionwatch.serde;

import io.missionwatch.registry.LocalRegistryClient;
import io.missionwatch.registry.RegistryClient;
import io.missionwatch.registry.RegistryClients;
import io.missionwatch.registry.RegistryHealth;
import io.missionwatch.registry.Waiting;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.utils.Utils;

/**
 * The serdes of a service: they share one registry client, its caches and its health. A serde class of another maker
 * takes their place if {@code missionwatch.serde.class} names one; it gets the same settings.
 */
public final class AvroSerdes implements AutoCloseable {
    public static final String SERDE_CLASS = "missionwatch.serde.class";

    private final Map<String, ?> configs;
    private final SerdeSettings settings;
    private final RegistryHealth health;
    private final RegistryClient registry;
    private final Waiting waiting = Waiting.real();
    private final WriterSchemas writers;

    /** Serdes over the registry that {@code schema.registry.url} names. */
    public AvroSerdes(Map<String, ?> configs) {
        this(configs, new RegistryHealth());
    }

    private AvroSerdes(Map<String, ?> configs, RegistryHealth health) {
        this(configs, health, RegistryClients.patient(configs, health));
    }

    private AvroSerdes(Map<String, ?> configs, RegistryHealth health, RegistryClient registry) {
        TrustedRecords.trust();
        this.configs = Map.copyOf(configs);
        this.settings = SerdeSettings.from(configs);
        this.health = health;
        this.registry = registry;
        this.writers = new WriterSchemas(registry, settings.confirmUnknown(), waiting);
    }

    /** Serdes over a registry of their own that lives in this process only: what it does not know, nobody will tell it. */
    public static AvroSerdes local() {
        return new AvroSerdes(
                Map.of(SerdeSettings.CONFIRM_UNKNOWN, "0"), new RegistryHealth(), new LocalRegistryClient());
    }

    /** Serdes over a given registry, with default settings. */
    public static AvroSerdes over(RegistryClient registry) {
        return new AvroSerdes(Map.of(), new RegistryHealth(), registry);
    }

    /** The serde of a topic's values: generated records of one class. */
    public <T extends SpecificRecord> Serde<T> of(Class<T> recordClass) {
        return serde(recordClass, settings.withSpecificReader(), Map.of());
    }

    /**
     * The serde of state stores and repartition topics: as {@link #of}, but with one subject for the record type, so
     * that stores do not fill the registry with subjects of their own.
     */
    public <T extends SpecificRecord> Serde<T> stored(Class<T> recordClass) {
        return serde(
                recordClass,
                settings.withSpecificReader().withValueSubjects(SubjectNames.RECORD_NAME),
                Map.of(
                        SerdeSettings.VALUE_SUBJECTS,
                        "io.confluent.kafka.serializers.subject.RecordNameStrategy",
                        SerdeSettings.AUTO_REGISTER,
                        true));
    }

    /** A serde for records of any schema, as Avro's generic records. */
    public Serde<GenericRecord> generic() {
        return new AvroSerde<>(registry, settings, writers, Optional.empty());
    }

    private <T extends SpecificRecord> Serde<T> serde(
            Class<T> recordClass, SerdeSettings wanted, Map<String, ?> overrides) {
        var otherClass = configs.get(SERDE_CLASS);
        return otherClass == null || otherClass.equals(AvroSerde.class.getName())
                ? new AvroSerde<>(registry, wanted, writers, Optional.of(recordClass))
                : otherSerde(otherClass.toString(), overrides);
    }

    private <T> Serde<T> otherSerde(String className, Map<String, ?> overrides) {
        var theirs = new HashMap<String, Object>(configs);
        theirs.putIfAbsent("avro.remove.java.properties", true);
        theirs.putAll(overrides);
        theirs.put(SerdeSettings.SPECIFIC, true);
        try {
            @SuppressWarnings("unchecked")
            Serde<T> serde = Utils.newInstance(className, Serde.class);
            serde.configure(theirs, false);
            return serde;
        } catch (ClassNotFoundException | ClassCastException e) {
            throw new ConfigException(SERDE_CLASS, className, "no serde class of that name: " + e.getMessage());
        }
    }

    /** The registry that the serdes use, for registration at start. */
    public RegistryClient registry() {
        return registry;
    }

    /** Whether the registry answers; a readiness check reads it. */
    public RegistryHealth health() {
        return health;
    }

    /** Ends waits for the registry that are under way, so that stream threads can stop. */
    @Override
    public void close() {
        waiting.end();
        registry.close();
    }
}
