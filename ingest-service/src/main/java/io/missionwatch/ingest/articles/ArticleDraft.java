package io.missionwatch.ingest.articles;

import io.missionwatch.ingest.feeds.FeedDate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An article as it was read, before it is known whether it is new.
 *
 * @param articleId who it is
 * @param url the address of its page; empty where none is known
 * @param title its title; empty where it has none
 * @param summary its teaser; empty where it has none
 * @param body its text, paragraphs separated by a newline
 * @param truncated the text was cut at its limit
 * @param text where the text comes from
 * @param quality how sure the reading of the page is, where one was read
 * @param language BCP 47 tag; empty where not known
 * @param authors who wrote it
 * @param categories the publisher's own
 * @param published when it was published, by whom we know
 * @param fetchedAt when it was fetched
 * @param creditLine the wire that it credits
 */
public record ArticleDraft(
        String articleId,
        String url,
        String title,
        String summary,
        String body,
        boolean truncated,
        Text text,
        Optional<Double> quality,
        String language,
        List<String> authors,
        List<String> categories,
        Published published,
        Instant fetchedAt,
        Optional<String> creditLine) {

    private static final Duration MOST_AHEAD = Duration.ofHours(1);

    public ArticleDraft {
        authors = List.copyOf(authors);
        categories = List.copyOf(categories);
    }

    /** Where a text comes from. */
    public enum Text {
        /** The feed's item. */
        FEED,
        /** The page behind it. */
        PAGE,
        /** The feed's item, because the page could not be had or read. */
        FEED_FALLBACK
    }

    /** Who said when an article was published. */
    public enum Witness {
        /** The feed's item. */
        FEED,
        /** The article's page. */
        PAGE,
        /** Nobody. */
        NONE
    }

    /**
     * When an article was published. A time is never invented.
     *
     * @param date the time, where anybody said
     * @param witness who said so
     */
    public record Published(Optional<FeedDate> date, Witness witness) {

        /** Nobody said. */
        public static final Published UNKNOWN = new Published(Optional.empty(), Witness.NONE);

        /** Said by the feed. */
        public static Published byFeed(Optional<FeedDate> date) {
            return date.isPresent() ? new Published(date, Witness.FEED) : UNKNOWN;
        }
    }

    /** The time that windows and order go by: publication, unless nobody said or it lies ahead, then the fetch. */
    public Instant eventTime() {
        return eventTime(published.date().map(FeedDate::instant), fetchedAt);
    }

    /** The same rule for an article of any other origin. */
    public static Instant eventTime(Optional<Instant> published, Instant fetchedAt) {
        return published
                .filter(time -> !time.isAfter(fetchedAt.plus(MOST_AHEAD)))
                .orElse(fetchedAt);
    }

    /** What readers see of it; two drafts with the same words are the same revision. */
    public String words() {
        return title + "\n" + summary + "\n" + body;
    }
}
