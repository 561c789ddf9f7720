package io.missionwatch.ingest.doors;

import io.missionwatch.ingest.feeds.FeedSource;
import io.missionwatch.ingest.wire.FeedRecords;
import io.missionwatch.runtime.Part;
import io.missionwatch.runtime.PartState;
import io.missionwatch.runtime.deadletters.Blame;
import io.missionwatch.runtime.kafka.KafkaSettings;
import io.missionwatch.runtime.kafka.TopicTail;
import io.missionwatch.schema.Feed;
import io.missionwatch.schema.FeedStatus;
import io.missionwatch.serde.AvroSerdes;
import io.missionwatch.topics.TopicCatalogue;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Follows {@code news.feeds} and {@code news.feed-status} and knows the newest record of every feed in both. */
final class FeedTail implements Part, TopicTail.Reader<byte[]> {

    private static final Logger LOG = LoggerFactory.getLogger(FeedTail.class);

    private final Deserializer<Feed> feedReader;
    private final Deserializer<FeedStatus> statusReader;
    private final TopicTail<byte[]> tail;
    private final Map<String, Optional<FeedSource>> feeds = new ConcurrentSkipListMap<>();
    private final Map<String, FeedStatus> statuses = new ConcurrentHashMap<>();

    private FeedTail(KafkaSettings settings, AvroSerdes serdes) {
        this.feedReader = serdes.of(Feed.class).deserializer();
        this.statusReader = serdes.of(FeedStatus.class).deserializer();
        this.tail = new TopicTail<>(
                "feed-tail",
                List.of(TopicCatalogue.FEEDS, TopicCatalogue.FEED_STATUS),
                settings,
                new ByteArrayDeserializer(),
                this);
    }

    static FeedTail start(KafkaSettings settings, AvroSerdes serdes) {
        var tail = new FeedTail(settings, serdes);
        tail.tail.start();
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
        return tail.awaitCaughtUp(atMost);
    }

    /** Waits until a record that was just written has been read; answers whether it has. */
    boolean await(RecordMetadata written, Duration atMost) {
        var partition = new TopicPartition(written.topic(), written.partition());
        return awaitReached(Map.of(partition, written.offset() + 1), atMost);
    }

    /** Waits until all before these offsets has been read; answers whether it has. */
    boolean awaitReached(Map<TopicPartition, Long> offsets, Duration atMost) {
        return tail.awaitTaken(offsets, atMost);
    }

    @Override
    public void begin(Map<TopicPartition, Long> ends) {
        feeds.clear();
        statuses.clear();
    }

    @Override
    public void take(ConsumerRecord<String, byte[]> record) {
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

    @Override
    public String name() {
        return tail.name();
    }

    @Override
    public PartState state() {
        return tail.state();
    }

    @Override
    public void close() {
        tail.close();
    }
}
