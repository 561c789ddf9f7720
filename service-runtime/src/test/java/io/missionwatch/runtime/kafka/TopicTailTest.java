package io.missionwatch.runtime.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.missionwatch.registry.RegistryRefusedException;
import io.missionwatch.runtime.PartState;
import io.missionwatch.topics.TopicCatalogue;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RecordDeserializationException;
import org.apache.kafka.common.errors.RecordDeserializationException.DeserializationExceptionOrigin;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class TopicTailTest {

    private static final TopicPartition PARTITION = new TopicPartition(TopicCatalogue.PATTERNS.name(), 0);
    private static final Duration LONG = Duration.ofSeconds(10);
    private static final Duration SHORT = Duration.ofMillis(20);

    private final Deque<MockConsumer<String, String>> consumers = new ArrayDeque<>();
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private TopicTail<String> tail;

    @AfterEach
    void close() {
        tail.close();
    }

    @Test
    void takesWhatIsThereAndThenWhatComes() {
        var consumer = consumer("first", "second");
        start();
        var caughtUp = tail.awaitCaughtUp(LONG);

        consumer.addRecord(record(2, "third"));

        assertThat(caughtUp).isTrue();
        assertThat(tail.awaitTaken(Map.of(PARTITION, 3L), LONG)).isTrue();
        assertThat(heard).containsExactly("begin before 2", "first", "second", "caught up", "third");
        assertThat(tail.state()).isEqualTo(PartState.READY);
    }

    @Test
    void isNotReadyBeforeItHasTakenWhatWasThere() {
        consumer("first").updateEndOffsets(Map.of(PARTITION, 2L));
        start();

        assertThat(tail.awaitCaughtUp(SHORT)).isFalse();
        assertThat(tail.awaitTaken(Map.of(PARTITION, 1L), SHORT)).isFalse();
        assertThat(tail.state()).isEqualTo(new PartState.Waiting("reading security.patterns"));
    }

    @Test
    void leavesOutARecordThatCannotBeRead() {
        consumer("bad", "good").setPollException(unreadable(new IllegalArgumentException("not Avro")));
        start();

        assertThat(tail.awaitCaughtUp(LONG)).isTrue();
        assertThat(heard).containsExactly("begin before 2", "good", "caught up");
    }

    @Test
    void beginsAnewAndLeavesNothingOutWhereTheMachineIsToBlame() {
        consumer("first", "second").setPollException(unreadable(new RegistryRefusedException("401")));
        consumer("first", "second");
        start();

        assertThat(tail.awaitCaughtUp(LONG)).isTrue();
        assertThat(heard).containsExactly("begin before 2", "begin before 2", "first", "second", "caught up");
    }

    private void start() {
        tail = new TopicTail<>(
                "pattern-tail",
                List.of(TopicCatalogue.PATTERNS),
                consumers::removeFirst,
                new TopicTail.Reader<String>() {
                    @Override
                    public void begin(Map<TopicPartition, Long> ends) {
                        heard.add("begin before " + ends.get(PARTITION));
                    }

                    @Override
                    public void take(ConsumerRecord<String, String> record) {
                        heard.add(record.value());
                    }

                    @Override
                    public void caughtUp() {
                        heard.add("caught up");
                    }
                });
        tail.start();
    }

    private MockConsumer<String, String> consumer(String... values) {
        var consumer = new MockConsumer<String, String>("earliest");
        consumer.updatePartitions(
                PARTITION.topic(), List.of(new PartitionInfo(PARTITION.topic(), 0, null, null, null)));
        consumer.updateBeginningOffsets(Map.of(PARTITION, 0L));
        consumer.updateEndOffsets(Map.of(PARTITION, (long) values.length));
        consumer.schedulePollTask(() -> {
            for (int offset = 0; offset < values.length; offset++) {
                consumer.addRecord(record(offset, values[offset]));
            }
        });
        consumers.addLast(consumer);
        return consumer;
    }

    private static KafkaException unreadable(RuntimeException why) {
        return new RecordDeserializationException(
                DeserializationExceptionOrigin.VALUE,
                PARTITION,
                0,
                0,
                TimestampType.CREATE_TIME,
                null,
                null,
                new RecordHeaders(),
                "cannot be read",
                why);
    }

    private static ConsumerRecord<String, String> record(long offset, String value) {
        return new ConsumerRecord<>(PARTITION.topic(), 0, offset, "key", value);
    }
}
