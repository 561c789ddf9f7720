package io.missionwatch.ingest.doors;

import io.missionwatch.cloudevents.CloudEventHeaders;
import io.missionwatch.ingest.feeds.FeedSource;
import io.missionwatch.ingest.wire.FeedRecords;
import io.missionwatch.runtime.Part;
import io.missionwatch.runtime.PartState;
import io.missionwatch.runtime.kafka.KafkaSettings;
import io.missionwatch.schema.AuditEntry;
import io.missionwatch.schema.Feed;
import io.missionwatch.serde.AvroSerdes;
import io.missionwatch.topics.TopicCatalogue;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;

/**
 * Shows the feeds of {@code news.feeds} with how they are doing, and changes them there, each change with an entry in
 * {@code security.audit}. What was changed is seen by whoever asks next.
 */
public final class FeedAdmin implements Part {

    private static final URI SOURCE = URI.create("/missionwatch/ingest-door");
    private static final String LISTED = "io.missionwatch.feed.listed";
    private static final Duration READ_WITHIN = Duration.ofSeconds(30);
    private static final Duration SEEN_WITHIN = Duration.ofSeconds(5);

    private final FeedTail tail;
    private final Producer<byte[], byte[]> producer;
    private final Serializer<Feed> feeds;
    private final Audit audit;
    private final InstantSource clock;

    private FeedAdmin(FeedTail tail, Producer<byte[], byte[]> producer, AvroSerdes serdes, InstantSource clock) {
        this.tail = tail;
        this.producer = producer;
        this.feeds = serdes.of(Feed.class).serializer();
        this.audit = new Audit(SOURCE, serdes.of(AuditEntry.class).serializer());
        this.clock = clock;
    }

    /** Starts to follow the feeds of a cluster. */
    public static FeedAdmin open(KafkaSettings kafka, AvroSerdes serdes) {
        var producer = new KafkaProducer<>(kafka.forProducer(), new ByteArraySerializer(), new ByteArraySerializer());
        return new FeedAdmin(FeedTail.start(kafka, serdes), producer, serdes, InstantSource.system());
    }

    /**
     * All feeds, by id.
     *
     * @throws KafkaException when they cannot be read
     */
    public List<FeedView> all() {
        started();
        return tail.all();
    }

    /**
     * One feed.
     *
     * @throws KafkaException when the feeds cannot be read
     */
    public Optional<FeedView> find(String id) {
        started();
        return tail.find(id);
    }

    private void started() {
        if (!tail.awaitStart(READ_WITHIN)) {
            throw new KafkaException("the feeds cannot be read: " + tail.state());
        }
    }

    /**
     * Adds a feed, or puts it in place of the one that has its id.
     *
     * @param by who wants it
     * @return the feed before, empty where it is new
     * @throws KafkaException when it could not be written
     */
    public synchronized Optional<FeedSource> put(FeedSource feed, String by) {
        var before = find(feed.id()).map(FeedView::feed);
        if (!before.equals(Optional.of(feed))) {
            var record = FeedRecords.toRecord(feed);
            write(feed.id(), feeds.serialize(TopicCatalogue.FEEDS.name(), record));
            note(by, FeedChange.action(before, feed), feed.id(), FeedChange.inWords(before, feed));
        }
        return before;
    }

    /**
     * Removes a feed.
     *
     * @return the feed that was removed; empty where there was none
     * @throws KafkaException when it could not be written
     */
    public synchronized Optional<FeedSource> remove(String id, String by) {
        var before = find(id).map(FeedView::feed);
        before.ifPresent(feed -> {
            write(id, null);
            note(by, "feed.removed", id, FeedChange.inWords(Optional.empty(), feed));
        });
        return before;
    }

    /**
     * Pauses or resumes a feed; nothing is written where it is so already.
     *
     * @return the feed as it is now; empty where there is none
     * @throws KafkaException when it could not be written
     */
    public synchronized Optional<FeedSource> pause(String id, boolean paused, String by) {
        var now = find(id).map(view -> view.feed().paused(paused));
        now.ifPresent(feed -> put(feed, by));
        return now;
    }

    private void write(String id, byte[] value) {
        var record = new ProducerRecord<>(TopicCatalogue.FEEDS.name(), id.getBytes(StandardCharsets.UTF_8), value);
        CloudEventHeaders.begin(record.headers(), SOURCE, LISTED, clock.instant());
        tail.await(send(record), SEEN_WITHIN);
    }

    private void note(String by, String action, String subject, String detail) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        send(audit.record(by, now, action, subject, detail));
    }

    private RecordMetadata send(ProducerRecord<byte[], byte[]> record) {
        try {
            return producer.send(record).get();
        } catch (ExecutionException failure) {
            throw new KafkaException(record.topic() + " could not be written", failure.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted while writing " + record.topic(), interrupted);
        }
    }

    @Override
    public String name() {
        return "feed-admin";
    }

    @Override
    public PartState state() {
        return tail.state();
    }

    @Override
    public void close() {
        tail.close();
        producer.close(Duration.ofSeconds(5));
    }
}
