package io.missionwatch.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(120)
class EmbeddedBrokerTest {
    private Path directory;
    private EmbeddedBroker broker;

    @BeforeAll
    void start(@TempDir Path fresh) {
        directory = fresh;
        broker = EmbeddedBroker.start(fresh);
    }

    @AfterAll
    void stop() {
        broker.close();
    }

    @Test
    void keepsItsRecordsOverARestartAndAKill(@TempDir Path own, @TempDir Path killed) throws Exception {
        try (var first = EmbeddedBroker.start(own)) {
            createTopic(first, "words");
            write(first, "words", "hello");
            copyAsAKillWouldLeaveIt(own, killed);
        }

        try (var restarted = EmbeddedBroker.start(own);
                var revived = EmbeddedBroker.start(killed)) {
            assertThat(read(restarted, "words", 1)).containsExactly("hello");
            assertThat(read(revived, "words", 1)).containsExactly("hello");
        }
    }

    @Test
    void servesTransactions() throws Exception {
        createTopic(broker, "transactions");
        var configs =
                Map.<String, Object>of("bootstrap.servers", broker.bootstrapServers(), "transactional.id", "writer");
        try (var producer = new KafkaProducer<>(configs, new StringSerializer(), new StringSerializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            var unused = producer.send(new ProducerRecord<>("transactions", "k", "kept"));
            producer.commitTransaction();
        }

        assertThat(read(broker, "transactions", 1)).containsExactly("kept");
    }

    @Test
    void makesNoTopicsByItselfAndListensOnLoopbackOnly() {
        assertThat(broker.bootstrapServers()).startsWith("127.0.0.1:");
        assertThatThrownBy(() -> write(broker, "unknown", "hello")).hasMessageContaining("unknown");
    }

    @Test
    void namesThePortThatIsTaken(@TempDir Path other) {
        var port = Integer.parseInt(broker.bootstrapServers().substring("127.0.0.1:".length()));

        assertThatThrownBy(() -> EmbeddedBroker.start(other, port))
                .isInstanceOf(EmbeddedStartException.class)
                .hasMessageContaining(Integer.toString(port));
    }

    @Test
    void namesTheDirectoryThatIsTaken() {
        assertThatThrownBy(() -> EmbeddedBroker.start(directory))
                .isInstanceOf(EmbeddedStartException.class)
                .hasMessageContaining(directory.toString());
    }

    @Test
    void namesADirectoryThatIsAFile(@TempDir Path other) throws Exception {
        var file = Files.writeString(other.resolve("file"), "");

        assertThatThrownBy(() -> EmbeddedBroker.start(file))
                .isInstanceOf(EmbeddedStartException.class)
                .hasMessageContaining(file.toString());
    }

    private static void copyAsAKillWouldLeaveIt(Path from, Path to) throws Exception {
        try (var files = Files.walk(from)) {
            for (var file : files.filter(path -> !path.endsWith(".lock")).toList()) {
                var target = to.resolve(from.relativize(file));
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
    }

    private static void createTopic(EmbeddedBroker broker, String name) throws Exception {
        try (var admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic(name, 1, (short) 1))).all().get(10, TimeUnit.SECONDS);
        }
    }

    private static void write(EmbeddedBroker broker, String topic, String value) throws Exception {
        var configs = Map.<String, Object>of("bootstrap.servers", broker.bootstrapServers(), "max.block.ms", 1000);
        try (var producer = new KafkaProducer<>(configs, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(topic, value)).get(10, TimeUnit.SECONDS);
        }
    }

    private static List<String> read(EmbeddedBroker broker, String topic, int count) {
        var configs = Map.<String, Object>of(
                "bootstrap.servers", broker.bootstrapServers(), "isolation.level", "read_committed");
        var values = new ArrayList<String>();
        try (var consumer = new KafkaConsumer<>(configs, new StringDeserializer(), new StringDeserializer())) {
            var partition = new TopicPartition(topic, 0);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            while (values.size() < count) {
                consumer.poll(Duration.ofMillis(100)).forEach(record -> values.add(record.value()));
            }
        }
        return values;
    }
}
