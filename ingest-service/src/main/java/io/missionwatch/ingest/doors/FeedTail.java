package io.missionwatch.ingest.doors;

import io.missionwatch.ingest.feeds.FeedSource;
import io.missionwatch.ingest.wire.FeedRecords;
import io.missionwatch.runtime.Part;
import io.missionwatch.runtime.PartState;
import io.missionwatch.runtime.deadletters.Blame;
import io.missionwatch.runtime.kafka.KafkaSettings;
import io.missionwatch.schema.Feed;
import io.missionwatch.schema.FeedStatus;
import io.missionwatch.serde.AvroSerdes;
import io.missionwatch.topics.Topic;
import io.missionwatch.topics.TopicCatalogue;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Follows {@code news.feeds} and {@code news.feed-status} and knows the newest record of every feed in both. */
final class FeedTail implements Part {

    private static final Logger LOG = LoggerFactory.getLogger(FeedTail.class);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final List<Topic> TOPICS = List.of(TopicCatalogue.FEEDS, TopicCatalogue.FEED_STATUS);

    private final KafkaSettings settings;
    private final Deserializer<Feed> feedReader;
    private final Deserializer<FeedStatus> statusReader;
    private final Map<String, Optional<FeedSource>> feeds = new ConcurrentSkipListMap<>();
    private final Map<String, FeedStatus> statuses = new ConcurrentHashMap<>();
    private final Map<TopicPartition, Long> positions = new ConcurrentHashMap<>();
    private final Thread thread = new Thread(this::follow, "feed-tail");
    private volatile boolean caughtUp;
    private volatile boolean closing;
    private volatile String trouble = "the feeds are being read";

    private FeedTail(KafkaSettings settings, AvroSerdes serdes) {
        this.settings = settings;
        this.feedReader = serdes.of(Feed.class).deserializer();
        this.statusReader = serdes.of(FeedStatus.class).deserializer();
    }

    static FeedTail start(KafkaSettings settings, AvroSerdes serdes) {
        var tail = new FeedTail(settings, serdes);
        tail.thread.setDaemon(true);
        tail.thread.start();
        return tail;
    }

    List<FeedView> all() {
        return feeds.keySet().stream().flatMap(id -> find(id).stream()).toList();
    }

    Optional<FeedView> find(String id) {
        return feed(id).map(feed -> new FeedView(feed, status(id)));
    }

    /** The feed as it was last written so that it can be read; that is what ingest goes by too. */
    Optional<FeedSource> feed(String id) {
        return feeds.getOrDefault(id, Optional.empty());
    }

    /** Whether there is a record of it, be it one that cannot be read. */
    boolean has(String id) {
        return feeds.containsKey(id);
    }

    Optional<FeedStatus> status(String id) {
        return Optional.ofNullable(statuses.get(id));
    }

    /** Waits until all that was there at the start has been read; answers whether it has. */
    boolean awaitStart(Duration atMost) {
        return await(() -> caughtUp, atMost);
    }

    /** Waits until a record that was just written has been read; answers whether it has. */
    boolean await(RecordMetadata written, Duration atMost) {
        var partition = new TopicPartition(written.topic(), written.partition());
        return awaitReached(Map.of(partition, written.offset() + 1), atMost);
    }

    /** Waits until all before these offsets has been read; answers whether it has. */
    boolean awaitReached(Map<TopicPartition, Long> offsets, Duration atMost) {
        return await(() -> isAt(offsets), atMost);
    }

    private boolean isAt(Map<TopicPartition, Long> offsets) {
        return offsets.entrySet().stream()
                .allMatch(offset -> positions.getOrDefault(offset.getKey(), 0L) >= offset.getValue());
    }

    private synchronized boolean await(BooleanSupplier condition, Duration atMost) {
        long deadline = System.nanoTime() + atMost.toNanos();
        try {
            while (!condition.getAsBoolean()) {
                long left = (deadline - System.nanoTime()) / 1_000_000;
                if (left <= 0 || closing) {
                    return false;
                }
                wait(left);
            }
            return true;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void follow() {
        while (!closing) {
            try (var consumer = new KafkaConsumer<>(
                    settings.forConsumer(), new StringDeserializer(), new ByteArrayDeserializer())) {
                follow(consumer);
            } catch (RuntimeException failure) {
                caughtUp = false;
                trouble = "the feeds cannot be read: " + failure.getMessage();
                LOG.warn("Feed tail failed, starts again because={}", failure.toString());
                await(() -> closing, PAUSE);
            }
        }
    }

    private void follow(KafkaConsumer<String, byte[]> consumer) {
        feeds.clear();
        statuses.clear();
        positions.clear();
        var partitions = TOPICS.stream()
                .flatMap(topic -> partitionsOf(consumer, topic.name()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        var ends = consumer.endOffsets(partitions);
        while (!closing) {
            consumer.poll(POLL).forEach(this::take);
            partitions.forEach(partition -> positions.put(partition, consumer.position(partition)));
            caughtUp = caughtUp || isAt(ends);
            wakeWaiting();
        }
    }

    private void take(ConsumerRecord<String, byte[]> record) {
        if (record.key() == null) {
            LOG.warn("Record without a key passed over topic={} offset={}", record.topic(), record.offset());
        } else if (record.topic().equals(TopicCatalogue.FEEDS.name())) {
            takeFeed(record.key(), record);
        } else {
            takeStatus(record.key(), record);
        }
    }

    private void takeFeed(String id, ConsumerRecord<String, byte[]> record) {
        if (record.value() == null) {
            feeds.remove(id);
        } else {
            feeds.put(id, read(record, this::feedOf).or(() -> feed(id)));
        }
    }

    private void takeStatus(String id, ConsumerRecord<String, byte[]> record) {
        if (record.value() == null) {
            statuses.remove(id);
        } else {
            read(record, this::statusOf).ifPresent(status -> statuses.put(id, status));
        }
    }

    private FeedSource feedOf(byte[] value) {
        return FeedRecords.fromRecord(feedReader.deserialize(TopicCatalogue.FEEDS.name(), value));
    }

    private FeedStatus statusOf(byte[] value) {
        return statusReader.deserialize(TopicCatalogue.FEED_STATUS.name(), value);
    }

    /** Ingest has what cannot be read among the dead letters, and goes on with what stood there before. */
    private static <T> Optional<T> read(ConsumerRecord<String, byte[]> record, Function<byte[], T> reader) {
        try {
            return Optional.of(reader.apply(record.value()));
        } catch (RuntimeException unreadable) {
            if (Blame.isOfTheMachine(unreadable)) {
                throw unreadable;
            }
            LOG.warn(
                    "Record cannot be read topic={} key={} because={}",
                    record.topic(),
                    record.key(),
                    unreadable.toString());
            return Optional.empty();
        }
    }

    private synchronized void wakeWaiting() {
        notifyAll();
    }

    private static Stream<TopicPartition> partitionsOf(KafkaConsumer<?, ?> consumer, String topic) {
        return consumer.partitionsFor(topic).stream()
                .map(partition -> new TopicPartition(topic, partition.partition()));
    }

    @Override
    public String name() {
        return "feed-tail";
    }

    @Override
    public PartState state() {
        return caughtUp ? PartState.READY : new PartState.Waiting(trouble);
    }

    @Override
    public void close() {
        closing = true;
        wakeWaiting();
        try {
            thread.join(Duration.ofSeconds(2).toMillis());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
