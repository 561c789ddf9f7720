package io.missionwatch.ingest.doors;

import static org.assertj.core.api.Assertions.assertThat;

import io.missionwatch.cloudevents.CloudEventHeaders;
import io.missionwatch.ingest.articles.PageLink;
import io.missionwatch.ingest.articles.Published;
import io.missionwatch.ingest.doors.Submissions.Outcome;
import io.missionwatch.ingest.submissions.Submission;
import io.missionwatch.ingest.submissions.Submission.Source;
import io.missionwatch.ingest.submissions.Submission.Words;
import io.missionwatch.ingest.wire.SubmissionRecords;
import io.missionwatch.schema.Article;
import io.missionwatch.serde.AvroSerdes;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.BufferExhaustedException;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.NotEnoughReplicasException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SubmissionWriterTest {

    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");
    private static final String TRACE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    private final AvroSerdes serdes = AvroSerdes.local();
    private final MockProducer<String, Article> kafka = new MockProducer<>(
            false, null, new StringSerializer(), serdes.of(Article.class).serializer());
    private final SubmissionWriter writer = new SubmissionWriter(kafka, 2);
    private final ExecutorService callers = Executors.newCachedThreadPool();

    @AfterEach
    void stop() {
        callers.shutdownNow();
        serdes.close();
    }

    @Test
    void answersOnlyOnceKafkaHasAll() throws Exception {
        var answer = write(article("1"), article("2"));
        awaitSent(2);

        kafka.completeNext();
        assertThat(answer.isDone()).isFalse();
        kafka.completeNext();

        assertThat(answer.get(10, TimeUnit.SECONDS)).isEqualTo(Outcome.WRITTEN);
        var record = kafka.history().get(0);
        assertThat(record.key()).isEqualTo(article("1").getArticleId());
        assertThat(record.timestamp()).isEqualTo(NOW.toEpochMilli());
        assertThat(CloudEventHeaders.read(record.headers())).isPresent();
        assertThat(CloudEventHeaders.trace(record.headers()).orElseThrow().traceId())
                .isEqualTo("0af7651916cd43dd8448eb211c80319c");
    }

    @Test
    void sendsCallersAwayWhileTooMuchIsUnderWay() throws Exception {
        var first = write(article("1"), article("2"));
        awaitSent(2);

        assertThat(writer.write(List.of(article("3")), TRACE)).isEqualTo(Outcome.BUSY);
        kafka.completeNext();
        kafka.completeNext();
        assertThat(first.get(10, TimeUnit.SECONDS)).isEqualTo(Outcome.WRITTEN);

        var third = write(article("3"));
        awaitSent(3);
        kafka.completeNext();
        assertThat(third.get(10, TimeUnit.SECONDS)).isEqualTo(Outcome.WRITTEN);
    }

    @Test
    void promisesNothingWhereKafkaRefuses() throws Exception {
        var answer = write(article("1"), article("2"));
        awaitSent(2);

        kafka.completeNext();
        kafka.errorNext(new NotEnoughReplicasException("one copy is missing"));

        assertThat(answer.get(10, TimeUnit.SECONDS)).isEqualTo(Outcome.FAILED);
    }

    @Test
    void isBusyWhileTheProducerHasNoRoom() {
        var full = new RefusingProducer(new BufferExhaustedException("full"));

        assertThat(new SubmissionWriter(full, 2).write(List.of(article("1")), ""))
                .isEqualTo(Outcome.BUSY);
    }

    @Test
    void waitsOnlyOnceForAKafkaThatIsAway() {
        var away = new RefusingProducer(new TimeoutException("no metadata"));

        assertThat(new SubmissionWriter(away, 2).write(List.of(article("1"), article("2")), ""))
                .isEqualTo(Outcome.FAILED);
        assertThat(away.sends).isEqualTo(1);
    }

    /** Answers as Kafka's own does when it cannot take a record: with a future that has failed. */
    private static final class RefusingProducer extends MockProducer<String, Article> {

        private final RuntimeException refusal;
        private int sends;

        RefusingProducer(RuntimeException refusal) {
            this.refusal = refusal;
        }

        @Override
        public synchronized Future<RecordMetadata> send(ProducerRecord<String, Article> record) {
            sends++;
            return CompletableFuture.failedFuture(refusal);
        }
    }

    private CompletableFuture<Outcome> write(Article... articles) {
        return CompletableFuture.supplyAsync(() -> writer.write(List.of(articles), TRACE), callers);
    }

    private void awaitSent(int count) {
        Awaitility.await().until(() -> kafka.history().size() == count);
    }

    private static Article article(String id) {
        var submission = new Submission(
                Optional.of(id),
                "The Example",
                Source.UNKNOWN,
                Optional.<PageLink>empty(),
                Words.of("Title", "", "Text."),
                "",
                List.of(),
                List.of(),
                Published.UNKNOWN,
                Optional.empty(),
                Optional.empty(),
                false);
        return SubmissionRecords.toRecord(submission, "door:api", NOW);
    }
}
