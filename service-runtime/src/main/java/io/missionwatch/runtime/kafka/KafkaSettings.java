package io.missionwatch.runtime.kafka;

import io.missionwatch.runtime.deadletters.DeadLetterHandler;
import io.missionwatch.runtime.settings.Setting;
import io.missionwatch.runtime.settings.SettingException;
import io.missionwatch.runtime.settings.SettingSources;
import io.missionwatch.runtime.settings.Settings;
import io.missionwatch.topics.Layout;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.StreamsConfig;

/**
 * How a service reaches Kafka and the schema registry, and how its stream application runs. What an operator passes
 * through with {@code kafka.} goes over what stands here.
 *
 * @param applicationId name of the stream application: its consumer group, and prefix of its internal topics
 * @param stateDir directory of the state stores
 * @param layout how topics are laid out
 * @param createTopics whether missing topics are created, or only checked
 * @param commitInterval time between two transactions; output is visible after it
 * @param threads stream threads in this instance
 * @param client settings for Kafka's clients, {@code bootstrap.servers} among them
 * @param registry settings for the schema-registry client and the serdes, by Confluent's names
 */
public record KafkaSettings(
        String applicationId,
        Path stateDir,
        Layout layout,
        boolean createTopics,
        Duration commitInterval,
        int threads,
        Map<String, String> client,
        Map<String, String> registry) {

    private static final String PREFIX = "kafka.";

    private static final Setting<Path> STATE_DIR =
            Setting.path("state.dir", "data/state", "Directory of the state stores; they can be rebuilt from Kafka.");
    private static final Setting<Boolean> CREATE_TOPICS =
            Setting.flag("topics.create", true, "Create missing topics; false only checks that they are there.");
    private static final Setting<Integer> PARTITIONS =
            Setting.number("topics.partitions", 12, 1, 1000, "Partitions of the topics that several instances share.");
    private static final Setting<Integer> REPLICATION =
            Setting.number("topics.replication", 3, 1, 16, "Copies of each partition.");
    private static final Setting<Integer> MIN_IN_SYNC = Setting.number(
            "topics.min-in-sync", 2, 1, 16, "Copies that must have a record before it counts as written.");
    private static final Setting<Duration> COMMIT_INTERVAL = Setting.duration(
                    "commit.interval", "30ms", "Time between two transactions; output is visible after it.")
            .accepting(time -> time.toMillis() >= 1 && time.toSeconds() <= 10, "a time from 1ms to 10s");
    private static final Setting<Integer> THREADS =
            Setting.number("stream.threads", 1, 1, 64, "Stream threads of this instance.");
    private static final Setting<String> BOOTSTRAP = Setting.text(
            "kafka.bootstrap.servers", "127.0.0.1:9092", "Where Kafka's brokers are: host:port, separated by commas.");
    private static final Setting<String> REGISTRY_URL = Setting.text(
            "schema.registry.url",
            "http://127.0.0.1:8081",
            "Where the schema registry is; several addresses are separated by commas.");

    public KafkaSettings {
        client = Map.copyOf(client);
        registry = Map.copyOf(registry);
    }

    /** The settings that every service takes. */
    public static List<Setting<?>> declared() {
        return List.of(
                BOOTSTRAP,
                REGISTRY_URL,
                STATE_DIR,
                CREATE_TOPICS,
                PARTITIONS,
                REPLICATION,
                MIN_IN_SYNC,
                COMMIT_INTERVAL,
                THREADS);
    }

    /** Whether a name is one that the schema-registry client or the serdes read, and not Kafka's clients. */
    public static boolean isOfTheRegistry(String name) {
        return SettingSources.OF_THE_REGISTRY.stream().anyMatch(name::startsWith);
    }

    /**
     * Reads them.
     *
     * @param applicationId name of the stream application, unless {@code kafka.application.id} gives another
     * @throws SettingException for a wrong value
     */
    public static KafkaSettings from(Settings settings, String applicationId) {
        var client = settings.under(PREFIX);
        client.put("bootstrap.servers", settings.get(BOOTSTRAP));
        var id = client.getOrDefault(StreamsConfig.APPLICATION_ID_CONFIG, applicationId);
        var registry = new HashMap<String, String>();
        SettingSources.OF_THE_REGISTRY.forEach(
                prefix -> settings.under(prefix).forEach((name, value) -> registry.put(prefix + name, value)));
        registry.put("schema.registry.url", settings.get(REGISTRY_URL));
        Optional.ofNullable(client.get("sasl.jaas.config")).ifPresent(login -> registry.put("sasl.jaas.config", login));
        return new KafkaSettings(
                id,
                settings.get(STATE_DIR).resolve(id),
                layout(settings),
                settings.get(CREATE_TOPICS),
                settings.get(COMMIT_INTERVAL),
                settings.get(THREADS),
                client,
                registry);
    }

    private static Layout layout(Settings settings) {
        try {
            return new Layout(
                    settings.get(PARTITIONS),
                    settings.get(REPLICATION).shortValue(),
                    settings.get(MIN_IN_SYNC).shortValue());
        } catch (IllegalArgumentException impossible) {
            throw new SettingException("settings topics.*: " + impossible.getMessage());
        }
    }

    /** Without what is passed through, which may hold passwords. */
    @Override
    public String toString() {
        return "KafkaSettings[applicationId=" + applicationId + ", stateDir=" + stateDir + ", layout=" + layout + "]";
    }

    /** Where the brokers are. */
    public String bootstrapServers() {
        return client.get("bootstrap.servers");
    }

    /** For an admin client. */
    public Map<String, Object> forAdmin() {
        return new HashMap<>(client);
    }

    /** For a producer that loses nothing: acks from all in-sync copies, idempotent. */
    public Map<String, Object> forProducer() {
        var properties = new HashMap<String, Object>();
        properties.put(ProducerConfig.ACKS_CONFIG, "all");
        properties.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        properties.put(ProducerConfig.LINGER_MS_CONFIG, 5);
        properties.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, Layout.MAX_MESSAGE_BYTES);
        properties.putAll(client);
        return properties;
    }

    /** For a consumer that sees committed records only. */
    public Map<String, Object> forConsumer() {
        var properties = new HashMap<String, Object>();
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        properties.putAll(client);
        return properties;
    }

    /** For a Kafka Streams application: exactly once, dead letters, short sessions, bounded memory. */
    public Properties forStreams() {
        var properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, applicationId);
        properties.put(StreamsConfig.STATE_DIR_CONFIG, stateDir.toString());
        properties.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        properties.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, commitInterval.toMillis());
        properties.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, threads);
        properties.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, (int) layout.replicationFactor());
        properties.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
        // Kafka Streams warns at start where this is not set; its constant is deprecated, the setting is not.
        properties.put("processing.exception.handler.global.enabled", true);
        properties.put(StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG, DeadLetterHandler.class);
        properties.put(StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG, DeadLetterHandler.class);
        properties.put(StreamsConfig.PRODUCTION_EXCEPTION_HANDLER_CLASS_CONFIG, DeadLetterHandler.class);
        properties.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, BoundedMemory.class);
        properties.put(StreamsConfig.METRICS_RECORDING_LEVEL_CONFIG, "INFO");
        properties.put(StreamsConfig.producerPrefix(ProducerConfig.LINGER_MS_CONFIG), 5);
        properties.put(StreamsConfig.producerPrefix(ProducerConfig.MAX_REQUEST_SIZE_CONFIG), Layout.MAX_MESSAGE_BYTES);
        properties.put(StreamsConfig.mainConsumerPrefix(CommonClientConfigs.SESSION_TIMEOUT_MS_CONFIG), 6000);
        // What a killed instance had open holds up whoever takes over: it ends when the session does.
        properties.put(StreamsConfig.producerPrefix(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG), 6000);
        properties.put(StreamsConfig.mainConsumerPrefix(CommonClientConfigs.HEARTBEAT_INTERVAL_MS_CONFIG), 1500);
        properties.put(StreamsConfig.topicPrefix("min.insync.replicas"), Short.toString(layout.minInSyncReplicas()));
        properties.put(StreamsConfig.topicPrefix("max.message.bytes"), Integer.toString(Layout.MAX_MESSAGE_BYTES));
        properties.putAll(client);
        return properties;
    }
}
