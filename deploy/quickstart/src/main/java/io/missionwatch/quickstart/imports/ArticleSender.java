package io.missionwatch.quickstart.imports;

import io.missionwatch.cloudevents.TraceParent;
import io.missionwatch.ingest.articles.ContentHash;
import io.missionwatch.ingest.submissions.Submission;
import io.missionwatch.ingest.wire.SubmissionRecords;
import io.missionwatch.quickstart.stack.Cluster;
import io.missionwatch.schema.Article;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.StringSerializer;

/** Sends articles of the past to {@code news.submissions}, stamped as back-fill; it waits where Kafka is slower. */
final class ArticleSender implements AutoCloseable {

    static final String DOOR = "door:import";

    private final Producer<String, Article> producer;
    private final InstantSource clock = InstantSource.system();
    private final TraceParent trace = TraceParent.start();
    private final AtomicReference<Optional<Exception>> failure = new AtomicReference<>(Optional.empty());

    ArticleSender(Producer<String, Article> producer) {
        this.producer = producer;
    }

    static ArticleSender to(Cluster cluster) {
        return new ArticleSender(new KafkaProducer<>(
                cluster.kafka().forProducer(),
                new StringSerializer(),
                cluster.serdes().of(Article.class).serializer()));
    }

    /** The record of an article of the past. */
    static Article record(Submission article, Instant now) {
        var record = SubmissionRecords.toRecord(article, DOOR, now.truncatedTo(ChronoUnit.MILLIS));
        record.setBackfill(true);
        return record;
    }

    /** Tells an article and its words from all others. */
    static long mark(Article record) {
        return ContentHash.of(record.getArticleId() + "\n" + record.getTitle() + "\n" + record.getBody());
    }

    void send(Article record) {
        check();
        var unused =
                producer.send(SubmissionRecords.message(record, clock.instant(), trace.next()), (written, error) -> {
                    if (error != null) {
                        failure.compareAndSet(Optional.empty(), Optional.of(error));
                    }
                });
    }

    /**
     * Returns when all that was sent is safe.
     *
     * @throws KafkaException when some of it is not
     */
    void finish() {
        producer.flush();
        check();
    }

    private void check() {
        failure.get().ifPresent(error -> {
            throw new KafkaException(
                    "Kafka did not take all articles; import again, what is known already makes no difference: "
                            + error.getMessage(),
                    error);
        });
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(5));
    }
}
