package io.missionwatch.ingest.wire;

import io.missionwatch.cloudevents.CloudEventAttributes;
import io.missionwatch.cloudevents.CloudEventHeaders;
import io.missionwatch.cloudevents.TraceParent;
import io.missionwatch.ingest.articles.CreditLine;
import io.missionwatch.ingest.articles.Fingerprint;
import io.missionwatch.ingest.articles.PageLink;
import io.missionwatch.ingest.submissions.Submission;
import io.missionwatch.schema.Article;
import io.missionwatch.schema.Reliability;
import io.missionwatch.schema.SourceClass;
import io.missionwatch.schema.TextSource;
import io.missionwatch.topics.TopicCatalogue;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Instant;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Writes pushed articles as records of {@code news.submissions}. */
public final class SubmissionRecords {

    private static final URI SOURCE = URI.create("/missionwatch/ingest-door");

    private SubmissionRecords() {}

    /**
     * The record of an article; its revision is settled where all revisions are known.
     *
     * @param door what it came through, which stands in place of a feed
     */
    public static Article toRecord(Submission submission, String door, Instant receivedAt) {
        var words = submission.words();
        var fetched = submission.fetchedAt().orElse(receivedAt);
        return PublicationFields.of(submission.published())
                .setArticleId(submission.articleId())
                .setRevision(1)
                .setFeedId(door)
                .setOutlet(submission.outlet())
                .setSourceClass(SourceClass.valueOf(submission.source().kind().name()))
                .setReliability(
                        Reliability.valueOf(submission.source().reliability().name()))
                .setHomeCountry(orNull(submission.source().homeCountry()))
                .setUrl(submission.link().map(PageLink::shown).orElse(null))
                .setTitle(words.title())
                .setSummary(orNull(words.summary()))
                .setBody(words.body())
                .setTruncated(words.truncated())
                .setTextSource(TextSource.SUBMITTED)
                .setTextQuality(submission.quality().orElse(null))
                .setLanguage(orNull(submission.language()))
                .setAuthors(submission.authors())
                .setCategories(submission.categories())
                .setFetchedAt(fetched)
                .setEventTime(submission.published().eventTime(fetched))
                .setCreditLine(CreditLine.in(words.body(), submission.authors()).orElse(null))
                .setFingerprint(ByteBuffer.wrap(Fingerprint.of(words.title() + "\n" + words.body())))
                .setBackfill(submission.backfill())
                .build();
    }

    /**
     * The message that carries a record to {@code news.submissions}.
     *
     * @param receivedAt goes by the clock of this machine: what an archive fetched years ago is a new record all the same
     */
    public static ProducerRecord<String, Article> message(Article article, Instant receivedAt, TraceParent trace) {
        long received = receivedAt.toEpochMilli();
        var message = new ProducerRecord<>(
                TopicCatalogue.SUBMISSIONS.name(), null, received, article.getArticleId(), article);
        CloudEventHeaders.write(message.headers(), trace);
        CloudEventHeaders.write(
                message.headers(),
                new CloudEventAttributes(
                        article.getArticleId() + "@" + received,
                        SOURCE,
                        "io.missionwatch.article.submitted",
                        receivedAt));
        return message;
    }

    private static String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
