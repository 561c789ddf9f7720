package io.missionwatch.ingest.doors;

import io.missionwatch.cloudevents.CloudEventHeaders;
import io.missionwatch.ingest.doors.FeedDesk.Change;
import io.missionwatch.ingest.feeds.FeedSource;
import io.missionwatch.ingest.wire.FeedRecords;
import io.missionwatch.runtime.Part;
import io.missionwatch.runtime.PartState;
import io.missionwatch.runtime.kafka.KafkaSettings;
import io.missionwatch.schema.AuditEntry;
import io.missionwatch.schema.Feed;
import io.missionwatch.schema.FeedStatus;
import io.missionwatch.serde.AvroSerdes;
import io.missionwatch.topics.TopicCatalogue;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.Serializer;

/**
 * Shows the feeds of {@code news.feeds} with how they are doing, and changes them there, each change in one transaction
 * with an entry in {@code security.audit}. What was changed is seen by whoever asks next.
 */
public final class FeedAdmin implements Part {

    private static final URI SOURCE = URI.create("/missionwatch/ingest-door");
    private static final String LISTED = "io.missionwatch.feed.listed";
    private static final Duration READ_WITHIN = Duration.ofSeconds(30);

    private final FeedTail tail;
    private final FeedDesk desk;
    private final Serializer<Feed> feeds;
    private final Audit audit;
    private final InstantSource clock;

    private FeedAdmin(FeedTail tail, FeedDesk desk, AvroSerdes serdes, InstantSource clock) {
        this.tail = tail;
        this.desk = desk;
        this.feeds = serdes.of(Feed.class).serializer();
        this.audit = new Audit(SOURCE, serdes.of(AuditEntry.class).serializer());
        this.clock = clock;
    }

    /** Starts to follow the feeds of a cluster. */
    public static FeedAdmin open(KafkaSettings kafka, AvroSerdes serdes) {
        var tail = FeedTail.start(kafka, serdes);
        return new FeedAdmin(tail, new FeedDesk(kafka, tail), serdes, InstantSource.system());
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

    /** A feed that was just written, with how it is doing. */
    public FeedView view(FeedSource feed) {
        return new FeedView(feed, tail.status(feed.id()));
    }

    /**
     * Adds a feed, or puts it in place of the one that has its id. One that is so already is written again where its
     * publisher had ended it: then it is tried again.
     *
     * @param by who wants it
     * @return the feed before, empty where it is new
     * @throws KafkaException when it could not be written
     */
    public Optional<FeedSource> put(FeedSource feed, Caller by) {
        started();
        return desk.change(() -> {
            var before = tail.feed(feed.id());
            return new Change<>(before, putting(before, feed, by));
        });
    }

    /**
     * Removes a feed, also one whose record cannot be read.
     *
     * @return whether there was one
     * @throws KafkaException when it could not be written
     */
    public boolean remove(String id, Caller by) {
        started();
        return desk.change(() -> tail.has(id) ? new Change<>(true, removing(id, by)) : new Change<>(false, List.of()));
    }

    /**
     * Pauses or resumes a feed; nothing is written where it is so already.
     *
     * @return the feed as it is now; empty where there is none
     * @throws KafkaException when it could not be written
     */
    public Optional<FeedSource> pause(String id, boolean paused, Caller by) {
        started();
        return desk.change(() -> {
            var before = tail.feed(id);
            var now = before.map(feed -> feed.paused(paused));
            return new Change<>(now, now.map(feed -> putting(before, feed, by)).orElse(List.of()));
        });
    }

    private List<ProducerRecord<byte[], byte[]>> putting(Optional<FeedSource> before, FeedSource feed, Caller by) {
        boolean isEnded = tail.status(feed.id()).map(FeedStatus::getRetired).orElse(false);
        if (before.equals(Optional.of(feed)) && (feed.paused() || !isEnded)) {
            return List.of();
        }
        var value = feeds.serialize(TopicCatalogue.FEEDS.name(), FeedRecords.toRecord(feed));
        var entry = entry(feed.id(), by, FeedChange.action(before, feed), FeedChange.inWords(before, feed))
                .setBefore(before.map(FeedChange::json).orElse(null))
                .setAfter(FeedChange.json(feed));
        return List.of(record(feed.id(), value, entry), audit.record(entry.build()));
    }

    private List<ProducerRecord<byte[], byte[]>> removing(String id, Caller by) {
        var before = tail.feed(id);
        var words =
                before.map(feed -> FeedChange.inWords(Optional.empty(), feed)).orElse("it could not be read");
        var entry = entry(id, by, "feed.removed", words)
                .setBefore(before.map(FeedChange::json).orElse(null));
        return List.of(record(id, null, entry), audit.record(entry.build()));
    }

    private AuditEntry.Builder entry(String id, Caller by, String action, String detail) {
        return AuditEntry.newBuilder()
                .setBy(by.name())
                .setOrigin(by.origin())
                .setAt(clock.instant().truncatedTo(ChronoUnit.MILLIS))
                .setAction(action)
                .setSubject(id)
                .setDetail(detail);
    }

    private static ProducerRecord<byte[], byte[]> record(String id, byte[] value, AuditEntry.Builder entry) {
        var record = new ProducerRecord<>(TopicCatalogue.FEEDS.name(), id.getBytes(StandardCharsets.UTF_8), value);
        CloudEventHeaders.begin(record.headers(), SOURCE, LISTED, entry.getAt());
        return record;
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
        desk.close();
        tail.close();
    }
}
