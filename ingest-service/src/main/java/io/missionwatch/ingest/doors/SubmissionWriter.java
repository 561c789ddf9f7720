package io.missionwatch.ingest.doors;

import io.missionwatch.cloudevents.TraceParent;
import io.missionwatch.ingest.wire.SubmissionRecords;
import io.missionwatch.runtime.Part;
import io.missionwatch.runtime.PartState;
import io.missionwatch.runtime.kafka.KafkaSettings;
import io.missionwatch.schema.Article;
import io.missionwatch.serde.AvroSerdes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.BufferExhaustedException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes pushed articles to {@code news.submissions}; no more than a bound are under way at once. */
final class SubmissionWriter implements Submissions, Part {

    private static final Logger LOG = LoggerFactory.getLogger(SubmissionWriter.class);
    private static final Duration WRITTEN_WITHIN = Duration.ofSeconds(30);
    private static final Duration ROOM_WITHIN = Duration.ofSeconds(2);

    private final Producer<String, Article> producer;
    private final Semaphore room;

    SubmissionWriter(Producer<String, Article> producer, int mostInFlight) {
        this.producer = producer;
        this.room = new Semaphore(mostInFlight);
    }

    static SubmissionWriter open(KafkaSettings kafka, AvroSerdes serdes, int mostInFlight) {
        var settings = kafka.forProducer();
        settings.putAll(Map.of(
                ProducerConfig.MAX_BLOCK_MS_CONFIG,
                ROOM_WITHIN.toMillis(),
                ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                (int) WRITTEN_WITHIN.toMillis() / 3,
                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                (int) WRITTEN_WITHIN.toMillis()));
        var values = serdes.of(Article.class).serializer();
        return new SubmissionWriter(new KafkaProducer<>(settings, new StringSerializer(), values), mostInFlight);
    }

    @Override
    public Outcome write(List<Article> articles, String trace) {
        if (!room.tryAcquire(articles.size())) {
            return Outcome.BUSY;
        }
        try {
            return sent(articles, TraceParent.parse(trace).orElseGet(TraceParent::start));
        } finally {
            room.release(articles.size());
        }
    }

    private Outcome sent(List<Article> articles, TraceParent trace) {
        var underWay = new ArrayList<Future<RecordMetadata>>();
        try {
            for (var article : articles) {
                var sent = producer.send(SubmissionRecords.message(article, article.getFetchedAt(), trace.next()));
                if (sent.isDone()) {
                    // What the producer could not even take is done at once, after its longest wait: one such wait will
                    // do.
                    sent.get();
                }
                underWay.add(sent);
            }
            for (var one : underWay) {
                one.get(WRITTEN_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
            }
            return Outcome.WRITTEN;
        } catch (ExecutionException failure) {
            return failed(failure.getCause());
        } catch (TimeoutException | KafkaException failure) {
            return failed(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return failed(interrupted);
        }
    }

    private static Outcome failed(Throwable failure) {
        if (failure instanceof BufferExhaustedException) {
            return Outcome.BUSY;
        }
        LOG.warn("Submissions were not written because={}", failure.toString());
        return Outcome.FAILED;
    }

    @Override
    public String name() {
        return "submission-writer";
    }

    @Override
    public PartState state() {
        return PartState.READY;
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(5));
    }
}
