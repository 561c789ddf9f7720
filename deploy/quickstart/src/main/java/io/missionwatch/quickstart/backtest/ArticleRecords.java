package io.missionwatch.quickstart.backtest;

import io.missionwatch.ingest.articles.CreditLine;
import io.missionwatch.ingest.articles.Fingerprint;
import io.missionwatch.schema.Article;
import io.missionwatch.schema.DatePrecision;
import io.missionwatch.schema.DateProvenance;
import io.missionwatch.schema.Reliability;
import io.missionwatch.schema.SourceClass;
import io.missionwatch.schema.TextSource;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Makes articles of the past into the records that ingest would have written on the day of their publication. */
final class ArticleRecords {

    private final Map<String, Integer> revisions = new HashMap<>();
    private Instant now = Instant.EPOCH;

    /** The record of an article; those of one article must come in the order of their revisions. */
    Article of(PastArticle past) {
        now = past.published().filter(now::isBefore).orElse(now).truncatedTo(ChronoUnit.MILLIS);
        return Article.newBuilder()
                .setArticleId(past.id())
                .setRevision(revisions.merge(past.id(), 1, Integer::sum))
                .setFeedId("backtest")
                .setOutlet(past.outlet())
                .setSourceClass(SourceClass.OTHER)
                .setReliability(Reliability.F)
                .setUrl(past.url().orElse(null))
                .setTitle(past.title())
                .setBody(past.text())
                .setTextSource(TextSource.SUBMITTED)
                .setLanguage(past.language().orElse(null))
                .setPublishedAt(past.published().orElse(null))
                .setPublishedProvenance(past.published().isPresent() ? DateProvenance.SUBMITTED : DateProvenance.NONE)
                .setPublishedPrecision(precision(past))
                .setFetchedAt(now)
                .setEventTime(past.published().orElse(now))
                .setCreditLine(CreditLine.in(past.text(), List.of()).orElse(null))
                .setFingerprint(ByteBuffer.wrap(Fingerprint.of(past.title() + "\n" + past.text())))
                .setBackfill(true)
                .build();
    }

    private static DatePrecision precision(PastArticle past) {
        if (past.published().isEmpty()) {
            return DatePrecision.NONE;
        }
        return past.dayOnly() ? DatePrecision.DAY : DatePrecision.SECOND;
    }
}
