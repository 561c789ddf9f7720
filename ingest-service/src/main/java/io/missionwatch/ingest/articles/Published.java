package io.missionwatch.ingest.articles;

import io.missionwatch.ingest.extract.PublicationDate;
import io.missionwatch.ingest.feeds.FeedDate;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * When an article was published. A time is never invented: what nobody said is not known, and a time that lies ahead is
 * kept as it was said, but not gone by.
 *
 * @param date the time, where anybody said
 * @param witness who said so
 */
public record Published(Optional<FeedDate> date, Witness witness) {

    /** Nobody said. */
    public static final Published UNKNOWN = new Published(Optional.empty(), Witness.NONE);

    private static final Duration MOST_AHEAD = Duration.ofHours(1);
    private static final Duration MADE_AS_ASKED = Duration.ofMinutes(10);
    private static final Instant FIRST_PAGE = Instant.parse("1991-08-06T00:00:00Z");

    /** Who said when an article was published. */
    public enum Witness {
        /** The feed's item. */
        FEED,
        /** The article's page. */
        PAGE,
        /** What the server sent with the page: when it was changed last, for want of anything better. */
        HEADER,
        /** Who sent the article. */
        SENDER,
        /** Nobody. */
        NONE
    }

    /** Said by the feed. */
    public static Published byFeed(Optional<FeedDate> date) {
        return by(Witness.FEED, date);
    }

    /** Said by who sent the article. */
    public static Published bySender(Optional<FeedDate> date) {
        return by(Witness.SENDER, date);
    }

    /** Said by the page. */
    public static Published byPage(Optional<PublicationDate> date) {
        return by(Witness.PAGE, date.map(Published::inFeedTerms));
    }

    /**
     * Said by the Last-Modified header of the page; nothing where the server seems to have made the page as it was asked.
     *
     * @param fetchedAt when it was asked
     */
    public static Published byHeader(Optional<String> lastModified, Instant fetchedAt) {
        var date = lastModified
                .flatMap(FeedDate::parse)
                .filter(time -> time.instant().isBefore(fetchedAt.minus(MADE_AS_ASKED)))
                .filter(time -> time.instant().isAfter(FIRST_PAGE));
        return by(Witness.HEADER, date);
    }

    private static Published by(Witness witness, Optional<FeedDate> date) {
        return date.isPresent() ? new Published(date, witness) : UNKNOWN;
    }

    private static FeedDate inFeedTerms(PublicationDate date) {
        var precision =
                switch (date.precision()) {
                    case DAY -> FeedDate.Precision.DAY;
                    case MINUTE -> FeedDate.Precision.MINUTE;
                    case SECOND -> FeedDate.Precision.SECOND;
                };
        return new FeedDate(date.instant(), precision);
    }

    /** The same, or what another witness says where this one is silent or speaks of a time that lies ahead. */
    public Published or(Published other, Instant fetchedAt) {
        boolean isBetter = date.isEmpty() || isAhead(fetchedAt) && !other.isAhead(fetchedAt);
        return isBetter && other.date().isPresent() ? other : this;
    }

    /** The same, or what the page says where this one knows only the day and the page the time of it. */
    public Published orTheTimeOf(Published page) {
        var finer = date.filter(said -> said.precision() == FeedDate.Precision.DAY)
                .flatMap(said -> page.date().filter(time -> isOnDay(time, said.instant())));
        return finer.isPresent() && page.witness() == Witness.PAGE ? page : this;
    }

    // In which zone the day is meant nobody says.
    private static boolean isOnDay(FeedDate time, Instant day) {
        return time.precision() != FeedDate.Precision.DAY
                && !time.instant().isBefore(day.minus(Duration.ofHours(12)))
                && time.instant().isBefore(day.plus(Duration.ofHours(36)));
    }

    /** Whether the time lies more than an hour after the article was fetched, so that it cannot be right. */
    public boolean isAhead(Instant fetchedAt) {
        return date.filter(said -> said.instant().isAfter(fetchedAt.plus(MOST_AHEAD)))
                .isPresent();
    }

    /** The time that windows and order go by: publication, unless nobody said or it lies ahead, then the fetch. */
    public Instant eventTime(Instant fetchedAt) {
        return isAhead(fetchedAt) ? fetchedAt : date.map(FeedDate::instant).orElse(fetchedAt);
    }
}
