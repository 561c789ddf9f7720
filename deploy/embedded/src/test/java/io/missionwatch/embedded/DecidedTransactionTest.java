package io.missionwatch.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.protocol.ByteBufferAccessor;
import org.apache.kafka.common.protocol.MessageUtil;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.coordinator.transaction.TransactionState;
import org.apache.kafka.coordinator.transaction.generated.TransactionLogValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/**
 * A broker that was killed in the milliseconds between the decision for a transaction and the marks of it in the
 * partitions makes up for them when it starts again.
 */
@Timeout(60)
class DecidedTransactionTest {
    private static final String LOG = "__transaction_state";
    private static final int PARTITIONS = 10;
    private static final int WRITERS = 3;

    @Test
    void isCommittedAfterAKill(@TempDir Path own, @TempDir Path killed) throws Exception {
        try (var broker = EmbeddedBroker.start(own)) {
            TestTopics.create(broker, "words", PARTITIONS);
            var writers = IntStream.range(0, WRITERS)
                    .mapToObj(writer -> beginAndWrite(broker, "writer-" + writer))
                    .toList();
            decideAll(broker);
            TestTopics.copyAsAKillWouldLeaveIt(own, killed);
            writers.forEach(writer -> writer.close(Duration.ZERO));
        }

        var elections = elections();
        try (var revived = EmbeddedBroker.start(killed)) {
            assertThat(TestTopics.read(revived, "words", PARTITIONS * WRITERS)).hasSize(PARTITIONS * WRITERS);
        }
        // A coordinator that is elected, deposed and elected again may meanwhile lose what it resumed.
        assertThat(elections.list)
                .filteredOn(event -> event.getMessage().contains("Elected as the txn coordinator for partition"))
                .extracting(event -> event.getMessage().replaceAll(" at epoch.*", ""))
                .isNotEmpty()
                .doesNotHaveDuplicates();
    }

    private static ListAppender<ILoggingEvent> elections() {
        var appender = new ListAppender<ILoggingEvent>();
        appender.start();
        var log = (Logger) LoggerFactory.getLogger("kafka.coordinator.transaction.TransactionCoordinator");
        log.setLevel(Level.INFO);
        log.setAdditive(false);
        log.addAppender(appender);
        return appender;
    }

    private static KafkaProducer<String, String> beginAndWrite(EmbeddedBroker broker, String id) {
        var configs = Map.<String, Object>of("bootstrap.servers", broker.bootstrapServers(), "transactional.id", id);
        var producer = new KafkaProducer<>(configs, new StringSerializer(), new StringSerializer());
        producer.initTransactions();
        producer.beginTransaction();
        for (int partition = 0; partition < PARTITIONS; partition++) {
            var unused = producer.send(new ProducerRecord<>("words", partition, null, "hidden"));
        }
        producer.flush();
        return producer;
    }

    /** Writes what the coordinator writes first when a transaction is committed, and nothing of what follows. */
    private static void decideAll(EmbeddedBroker broker) throws Exception {
        // Nobody but Kafka's own administration may write to the topics that Kafka keeps for itself.
        var configs = Map.<String, Object>of(
                "bootstrap.servers", broker.bootstrapServers(), AdminClientConfig.CLIENT_ID_CONFIG, "__admin_client");
        try (var producer = new KafkaProducer<>(configs, new ByteArraySerializer(), new ByteArraySerializer())) {
            for (var open : openTransactions(broker)) {
                var decided = new ProducerRecord<>(LOG, open.partition(), open.key(), decided(open.value()));
                producer.send(decided).get(10, TimeUnit.SECONDS);
            }
        }
    }

    private static byte[] decided(byte[] open) {
        var buffer = ByteBuffer.wrap(open);
        var version = buffer.getShort();
        var value = new TransactionLogValue(new ByteBufferAccessor(buffer), version);
        assertThat(value.transactionStatus()).isEqualTo(TransactionState.ONGOING.id());
        value.setTransactionStatus(TransactionState.PREPARE_COMMIT.id())
                .setProducerEpoch((short) (value.producerEpoch() + 1));
        return MessageUtil.toVersionPrefixedBytes(version, value);
    }

    private static List<ConsumerRecord<byte[], byte[]>> openTransactions(EmbeddedBroker broker) {
        var configs = Map.<String, Object>of("bootstrap.servers", broker.bootstrapServers());
        var newest = new HashMap<String, ConsumerRecord<byte[], byte[]>>();
        try (var consumer = new KafkaConsumer<>(configs, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(LOG).stream()
                    .map(info -> new TopicPartition(LOG, info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                consumer.poll(Duration.ofMillis(100))
                        .forEach(record -> newest.put(Arrays.toString(record.key()), record));
            }
        }
        assertThat(newest).hasSize(WRITERS);
        return List.copyOf(newest.values());
    }
}
