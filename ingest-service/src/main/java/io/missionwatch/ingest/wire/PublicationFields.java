package io.missionwatch.ingest.wire;

import io.missionwatch.ingest.articles.Published;
import io.missionwatch.ingest.articles.Published.Witness;
import io.missionwatch.ingest.feeds.FeedDate;
import io.missionwatch.schema.Article;
import io.missionwatch.schema.DatePrecision;
import io.missionwatch.schema.DateProvenance;

/** Writes into the record of an article when it was published, who said so, and how exactly. */
public final class PublicationFields {

    private PublicationFields() {}

    /** A record with them, and as yet with nothing else. */
    public static Article.Builder of(Published published) {
        return Article.newBuilder()
                .setPublishedAt(published.date().map(FeedDate::instant).orElse(null))
                .setPublishedProvenance(provenance(published.witness()))
                .setPublishedPrecision(published
                        .date()
                        .map(date -> DatePrecision.valueOf(date.precision().name()))
                        .orElse(DatePrecision.NONE));
    }

    private static DateProvenance provenance(Witness witness) {
        return switch (witness) {
            case FEED -> DateProvenance.FEED;
            case PAGE -> DateProvenance.PAGE;
            case HEADER -> DateProvenance.HEADER;
            case SENDER -> DateProvenance.SUBMITTED;
            case NONE -> DateProvenance.NONE;
        };
    }
}
