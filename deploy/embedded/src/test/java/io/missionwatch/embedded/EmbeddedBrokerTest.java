package io.missionwatch.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
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
            TestTopics.create(first, "words", 1);
            TestTopics.write(first, "words", "hello");
            TestTopics.copyAsAKillWouldLeaveIt(own, killed);
        }

        try (var restarted = EmbeddedBroker.start(own);
                var revived = EmbeddedBroker.start(killed)) {
            assertThat(TestTopics.read(restarted, "words", 1)).containsExactly("hello");
            assertThat(TestTopics.read(revived, "words", 1)).containsExactly("hello");
        }
    }

    @Test
    void servesTransactions() throws Exception {
        TestTopics.create(broker, "transactions", 1);
        var configs =
                Map.<String, Object>of("bootstrap.servers", broker.bootstrapServers(), "transactional.id", "writer");
        try (var producer = new KafkaProducer<>(configs, new StringSerializer(), new StringSerializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            var unused = producer.send(new ProducerRecord<>("transactions", "k", "kept"));
            producer.commitTransaction();
        }

        assertThat(TestTopics.read(broker, "transactions", 1)).containsExactly("kept");
    }

    @Test
    void makesNoTopicsByItselfAndListensOnLoopbackOnly() {
        assertThat(broker.bootstrapServers()).startsWith("127.0.0.1:");
        assertThatThrownBy(() -> TestTopics.write(broker, "unknown", "hello")).hasMessageContaining("unknown");
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
}
