package io.missionwatch.alert.api;

import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.missionwatch.alert.desk.DeskTopic;
import io.missionwatch.embedded.EmbeddedBroker;
import io.missionwatch.embedded.EmbeddedRegistry;
import io.missionwatch.runtime.PartState;
import io.missionwatch.runtime.kafka.KafkaSettings;
import io.missionwatch.runtime.kafka.TopicSetup;
import io.missionwatch.runtime.settings.Setting;
import io.missionwatch.runtime.settings.Settings;
import io.missionwatch.schema.Alert;
import io.missionwatch.serde.AvroSerdes;
import io.missionwatch.topics.Topic;
import io.missionwatch.topics.TopicCatalogue;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/** A broker, a registry and as many APIs on them as a test wants; alerts are written straight to their topics. */
final class ApiHouse implements AutoCloseable {

    private final EmbeddedBroker broker;
    private final EmbeddedRegistry registry;
    private final AvroSerdes serdes;
    private final KafkaSettings kafka;
    private final KafkaProducer<String, Alert> alerts;
    private final List<AlertApi> apis = new ArrayList<>();

    ApiHouse(Path directory) {
        broker = EmbeddedBroker.start(directory);
        registry = EmbeddedRegistry.start(broker.bootstrapServers());
        serdes = new AvroSerdes(Map.of("schema.registry.url", registry.url()));
        kafka = KafkaSettings.from(
                Settings.of(
                        Map.of(
                                "kafka.bootstrap.servers", broker.bootstrapServers(),
                                "schema.registry.url", registry.url(),
                                "topics.partitions", "3",
                                "topics.replication", "1",
                                "topics.min-in-sync", "1"),
                        KafkaSettings.declared()),
                "missionwatch-test");
        new TopicSetup(kafka).prepare(topics());
        alerts = new KafkaProducer<>(
                kafka.forProducer(),
                new StringSerializer(),
                serdes.of(Alert.class).serializer());
    }

    private static List<Topic> topics() {
        return Stream.concat(
                        DeskTopic.topics().stream(),
                        Stream.of(TopicCatalogue.ALERTS, TopicCatalogue.ALERT_HISTORY, TopicCatalogue.ALERT_ACTIONS))
                .toList();
    }

    /** Another API on the same topics, ready to answer. */
    AlertApi open(Map<String, String> given) {
        var settings = new HashMap<>(given);
        settings.put("api.port", "0");
        List<Setting<?>> declared = ApiSettings.declared();
        var api = AlertApi.start(
                ApiSettings.from(Settings.of(settings, declared)),
                kafka,
                serdes,
                routes -> {},
                new SimpleMeterRegistry());
        apis.add(api);
        await().atMost(Duration.ofSeconds(30)).until(() -> api.state() == PartState.READY);
        return api;
    }

    KafkaSettings kafka() {
        return kafka;
    }

    AvroSerdes serdes() {
        return serdes;
    }

    void raise(Alert alert) {
        for (var topic : List.of(TopicCatalogue.ALERTS, TopicCatalogue.ALERT_HISTORY)) {
            var unused = alerts.send(new ProducerRecord<>(topic.name(), alert.getAlertId(), alert));
        }
        alerts.flush();
    }

    @Override
    public void close() {
        apis.forEach(AlertApi::close);
        alerts.close();
        serdes.close();
        registry.close();
        broker.close();
    }
}
