package io.missionwatch.alert.deliveries.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.missionwatch.alert.deliveries.Alerts;
import io.missionwatch.alert.deliveries.outbox.Attempt;
import io.missionwatch.alert.deliveries.outbox.Parcel;
import io.missionwatch.alert.deliveries.plan.PlanFile;
import io.missionwatch.cloudevents.CloudEventHeaders;
import io.missionwatch.cloudevents.TraceParent;
import io.missionwatch.embedded.EmbeddedBroker;
import io.missionwatch.runtime.kafka.KafkaSettings;
import io.missionwatch.runtime.settings.SettingException;
import io.missionwatch.runtime.settings.Settings;
import io.missionwatch.topics.WholeTopic;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On a real broker, which is the cluster of somebody else: our own cannot be reached. */
class TopicSinkTest {

    private static final String SMALL = "siem.small";
    private static final KafkaSettings OURS = KafkaSettings.from(
            Settings.of(Map.of("kafka.bootstrap.servers", "127.0.0.1:1"), KafkaSettings.declared()), "test");

    private static EmbeddedBroker theirs;

    @BeforeAll
    static void start(@TempDir Path directory) throws Exception {
        theirs = EmbeddedBroker.start(directory);
        try (var admin = Admin.create(Map.of("bootstrap.servers", theirs.bootstrapServers()))) {
            admin.createTopics(List.of(
                            new NewTopic("siem.findings", 3, (short) 1),
                            new NewTopic("siem.documents", 1, (short) 1),
                            new NewTopic(SMALL, 1, (short) 1).configs(Map.of("max.message.bytes", "1000"))))
                    .all()
                    .get();
        }
    }

    @AfterAll
    static void stop() {
        theirs.close();
    }

    @Test
    void writesRevisionsInTheirOrderUnderTheAlertsIdAndTheDeliverysKey() {
        try (var sink = sink("siem.findings", "ocsf")) {
            for (int revision = 1; revision <= 3; revision++) {
                assertThat(sink.deliver(parcel(revision))).isEqualTo(Attempt.DELIVERED);
            }
        }

        var records = records("siem.findings");
        assertThat(records).hasSize(3);
        for (int revision = 1; revision <= 3; revision++) {
            var record = records.get(revision - 1);
            assertThat(record.key()).isEqualTo(Alerts.ID);
            assertThat(record.timestamp())
                    .isEqualTo(Alerts.NOON.plusSeconds(60L * (revision - 1)).toEpochMilli());
            assertThat(header(record, "ce_id")).isEqualTo(Alerts.ID + "_" + revision);
            assertThat(header(record, "content-type")).isEqualTo("application/json");
        }
    }

    @Test
    void writesTheDocumentThatWasAskedForAndGoesOnWithTheTrace() throws Exception {
        var trace = TraceParent.start();
        try (var sink = sink("siem.documents", "ecs")) {
            sink.deliver(new Parcel(Alerts.first(), 1, Optional.of(trace)));
        }

        var record = records("siem.documents").get(0);
        assertThat(new ObjectMapper().readTree(record.value()).has("@timestamp"))
                .isTrue();
        assertThat(CloudEventHeaders.trace(record.headers()))
                .hasValueSatisfying(next -> assertThat(next.traceId()).isEqualTo(trace.traceId()));
    }

    @Test
    void aTopicThatIsNotThereMayComeLater() {
        try (var sink = sink("siem.nowhere", "ecs")) {
            assertThat(sink.deliver(parcel(1))).isInstanceOf(Attempt.Failed.class);
        }
    }

    @Test
    void whatIsTooLargeForTheTopicWillAlwaysBe() {
        try (var sink = sink(SMALL, "missionwatch")) {
            assertThat(sink.deliver(parcel(1))).isInstanceOf(Attempt.Refused.class);
        }
        assertThat(records(SMALL)).isEmpty();
    }

    @Test
    void noTopicOfOurOwnIsWrittenTo() {
        assertThatThrownBy(() -> sink("security.alerts", "ecs"))
                .isInstanceOf(SettingException.class)
                .hasMessageContaining("topic");
    }

    private static TopicSink sink(String topic, String format) {
        var orders = PlanFile.parse("sink", """
                topic: %s
                format: %s
                kafka: {bootstrap.servers: "%s", max.block.ms: "300"}
                """.formatted(topic, format, theirs.bootstrapServers()));
        return TopicSink.from(orders, OURS);
    }

    private static Parcel parcel(int revision) {
        return new Parcel(Alerts.alert(Alerts.ID, revision).build(), 1, Optional.empty());
    }

    private static List<ConsumerRecord<String, byte[]>> records(String topic) {
        var records = new ArrayList<ConsumerRecord<String, byte[]>>();
        Map<String, Object> settings =
                Map.of("bootstrap.servers", theirs.bootstrapServers(), "enable.auto.commit", false);
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            WholeTopic.read(consumer, topic, records::add);
        }
        return records;
    }

    private static String header(ConsumerRecord<?, ?> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
