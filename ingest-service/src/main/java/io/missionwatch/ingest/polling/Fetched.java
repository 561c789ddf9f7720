package io.missionwatch.ingest.polling;

import io.missionwatch.ingest.articles.ArticleDraft;
import io.missionwatch.ingest.feeds.FeedDate;
import io.missionwatch.ingest.polling.PollSchedule.Failure;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What a poll brought home. */
public sealed interface Fetched {

    /** When the answer came. */
    Instant at();

    /**
     * A document with items.
     *
     * @param outcome the word for it
     * @param articles its items, the oldest first
     * @param marks to be kept for the next poll
     * @param movedTo where the feed moved for good
     */
    record Read(Instant at, PollOutcome outcome, List<ArticleDraft> articles, Marks marks, Optional<URI> movedTo)
            implements Fetched {
        public Read {
            articles = List.copyOf(articles);
        }

        /** Publication time of the newest item that does not lie ahead. */
        public Optional<Instant> newest() {
            return articles.stream()
                    .flatMap(article -> article.published().date().map(FeedDate::instant).stream())
                    .filter(time -> !time.isAfter(at.plus(Duration.ofHours(1))))
                    .max(Instant::compareTo);
        }
    }

    /**
     * What tells a document from its next version.
     *
     * @param etag verbatim; empty where there was none
     * @param lastModified verbatim; empty where there was none
     * @param document hash of its bytes
     * @param push who tells of its changes
     */
    record Marks(String etag, String lastModified, long document, FeedState.Push push) {

        /** The same, so that the next poll reads the document whether it has changed or not. */
        public Marks forgotten() {
            return new Marks("", "", 0, push);
        }
    }

    /** Nothing has changed. */
    record Unchanged(Instant at, Optional<URI> movedTo) implements Fetched {}

    /** No feed could be read. */
    record Unread(Instant at, Failure failure, Optional<Duration> retryAfter) implements Fetched {}
}
