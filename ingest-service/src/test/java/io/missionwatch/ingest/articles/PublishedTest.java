package io.missionwatch.ingest.articles;

import static org.assertj.core.api.Assertions.assertThat;

import io.missionwatch.ingest.articles.Published.Witness;
import io.missionwatch.ingest.extract.PublicationDate;
import io.missionwatch.ingest.feeds.FeedDate;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PublishedTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final Published BY_PAGE = byPage("2026-03-02T09:30:00");

    @Test
    void goesByTheFetchWhereItLiesAhead() {
        var soon = byFeed("2026-03-02T12:59:00Z");
        var late = byFeed("2026-03-02T13:01:00Z");

        assertThat(soon.eventTime(NOON)).isEqualTo(NOON.plus(Duration.ofMinutes(59)));
        assertThat(late.eventTime(NOON)).isEqualTo(NOON);
        assertThat(late.isAhead(NOON)).isTrue();
        assertThat(late.date()).isPresent();
        assertThat(Published.UNKNOWN.eventTime(NOON)).isEqualTo(NOON);
    }

    @Test
    void believesThePageWhereTheFeedIsSilentOrAheadOfTime() {
        assertThat(Published.UNKNOWN.or(BY_PAGE, NOON)).isEqualTo(BY_PAGE);
        assertThat(byFeed("2027-03-02T09:00:00Z").or(BY_PAGE, NOON)).isEqualTo(BY_PAGE);
    }

    @Test
    void believesTheFeedWhereBothCouldBeRightOrNeitherCan() {
        var early = byFeed("2026-03-01T09:00:00Z");
        var ahead = byFeed("2027-03-02T09:00:00Z");

        assertThat(early.or(BY_PAGE, NOON)).isEqualTo(early);
        assertThat(ahead.or(byPage("2027-03-03T09:00:00"), NOON)).isEqualTo(ahead);
        assertThat(ahead.or(Published.UNKNOWN, NOON)).isEqualTo(ahead);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-02T00:00:00Z, DAY, PAGE",
        "2026-03-01T00:00:00Z, DAY, PAGE",
        "2026-02-28T00:00:00Z, DAY, FEED",
        "2026-03-03T00:00:00Z, DAY, FEED",
        "2026-03-02T00:00:00Z, SECOND, FEED",
    })
    void takesTheTimeOfADayFromThePage(Instant feed, FeedDate.Precision precision, Witness believed) {
        var said = Published.byFeed(Optional.of(new FeedDate(feed, precision)));

        assertThat(said.orTheTimeOf(BY_PAGE).witness()).isEqualTo(believed);
    }

    @Test
    void takesNoTimeOfADayFromTheServer() {
        var day = Published.byFeed(
                Optional.of(new FeedDate(Instant.parse("2026-03-02T00:00:00Z"), FeedDate.Precision.DAY)));
        var header = Published.byHeader(Optional.of("Mon, 02 Mar 2026 09:00:00 GMT"), NOON);

        assertThat(header.witness()).isEqualTo(Witness.HEADER);
        assertThat(day.orTheTimeOf(header)).isEqualTo(day);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Mon, 02 Mar 2026 11:59:00 GMT",
                "Mon, 02 Mar 2026 14:00:00 GMT",
                "Thu, 01 Jan 1970 00:00:00 GMT",
                "yesterday",
                ""
            })
    void believesNoServerThatSaysNowOrNonsense(String header) {
        assertThat(Published.byHeader(Optional.of(header), NOON)).isEqualTo(Published.UNKNOWN);
    }

    private static Published byFeed(String time) {
        return Published.byFeed(Optional.of(new FeedDate(Instant.parse(time), FeedDate.Precision.SECOND)));
    }

    private static Published byPage(String time) {
        return Published.byPage(Optional.of(new PublicationDate(
                LocalDateTime.parse(time),
                Optional.of(ZoneOffset.UTC),
                PublicationDate.Precision.SECOND,
                PublicationDate.Source.META)));
    }
}
