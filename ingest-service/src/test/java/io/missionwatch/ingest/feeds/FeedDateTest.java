package io.missionwatch.ingest.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import io.missionwatch.ingest.feeds.FeedDate.Precision;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FeedDateTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Thu, 01 Jan 2004 19:48:21 GMT          | 2004-01-01T19:48:21Z | SECOND
            Thu, 1 Jan 04 19:48 EST                | 2004-01-02T00:48:00Z | MINUTE
            Thursday, 01-Jan-04 19:48:21 UTC       | 2004-01-01T19:48:21Z | SECOND
            01 Jan 2004 19:48:21 +0430             | 2004-01-01T15:18:21Z | SECOND
            Thu, 01 Jan 2004 19:48:21 GMT+03:00    | 2004-01-01T16:48:21Z | SECOND
            Thu Jan  1 19:48:21 2004               | 2004-01-01T19:48:21Z | SECOND
            Thu Jan 01 19:48:21 PST 2004           | 2004-01-02T03:48:21Z | SECOND
            January 1, 2004 7:48 PM                | 2004-01-01T19:48:00Z | MINUTE
            2004-01-01T19:48:21Z                   | 2004-01-01T19:48:21Z | SECOND
            2004-01-01T19:48:21.123456+05:30       | 2004-01-01T14:18:21Z | SECOND
            2004-01-01 19:48:21                    | 2004-01-01T19:48:21Z | SECOND
            2004-01-01 19:48:21 +0100              | 2004-01-01T18:48:21Z | SECOND
            2004-01-01T19:48-05:00                 | 2004-01-02T00:48:00Z | MINUTE
            20040101T194821Z                       | 2004-01-01T19:48:21Z | SECOND
            20040101                               | 2004-01-01T00:00:00Z | DAY
            2004-01                                | 2004-01-01T00:00:00Z | MONTH
            2004                                   | 2004-01-01T00:00:00Z | YEAR
            2004-W01-4                             | 2004-01-01T00:00:00Z | DAY
            2004-W02                               | 2004-01-05T00:00:00Z | WEEK
            2004-032                               | 2004-02-01T00:00:00Z | DAY
            1072986501                             | 2004-01-01T19:48:21Z | SECOND
            1072986501000                          | 2004-01-01T19:48:21Z | SECOND
            13. März 2004 19:48 MEZ                | 2004-03-13T18:48:00Z | MINUTE
            13 février 2004                        | 2004-02-13T00:00:00Z | DAY
            Ср, 10 марта 2004 10:00:00 +0300       | 2004-03-10T07:00:00Z | SECOND
            2004年3月10日 10:00                     | 2004-03-10T10:00:00Z | MINUTE
            12/31/2004 10:00 AM                    | 2004-12-31T10:00:00Z | MINUTE
            31/12/2004                             | 2004-12-31T00:00:00Z | DAY
            31.12.2004 23:59                       | 2004-12-31T23:59:00Z | MINUTE
            Fri, 2006/09/15 08:19:53 EDT           | 2006-09-15T12:19:53Z | SECOND
            2004-05-25 오후 11:23:17               | 2004-05-25T14:23:17Z | SECOND
            2004. 5. 25. 오전 9:05                 | 2004-05-25T00:05:00Z | MINUTE
            Κυρ, 11 Ιούλ 2004 12:00:00 EST         | 2004-07-11T17:00:00Z | SECOND
            Wed, 31 Dec 2003 24:00:00 GMT          | 2004-01-01T00:00:00Z | SECOND
            Mon, 06 May 2024 07.08.09 +0200        | 2024-05-06T05:08:09Z | SECOND
            6.5.2024 07.08                         | 2024-05-06T07:08:00Z | MINUTE
            2024-05-06 07.08.09                    | 2024-05-06T07:08:09Z | SECOND
            Mon, 06 May 2024 07:08:09 Europe/Paris | 2024-05-06T05:08:09Z | SECOND
            2024-01-06T07:08:09[Europe/Paris]      | 2024-01-06T06:08:09Z | SECOND
            2024-01-06 07:08 Asia/Kabul            | 2024-01-06T02:38:00Z | MINUTE
            06.05.2024                             | 2024-05-06T00:00:00Z | DAY
            """)
    void readsTheStylesSeenInFeeds(String text, Instant instant, Precision precision) {
        assertThat(FeedDate.parse(text)).contains(new FeedDate(instant, precision));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "yesterday",
                "soon",
                "32 Jan 2004",
                "2004-13-40",
                "0000-00-00 00:00:00",
                "Mon, 99 Foo 1",
                "Thu, 01 Jan 1970 00:00:00 GMT",
                "000000000"
            })
    void inventsNoDate(String text) {
        assertThat(FeedDate.parse(text)).isEmpty();
    }

    @Test
    void readsNothingFromAFlood() {
        assertThat(FeedDate.parse("1".repeat(100_000))).isEmpty();
    }

    @Property(tries = 200)
    void neverThrows(@ForAll String text) {
        assertThat(FeedDate.parse(text)).isNotNull();
    }
}
