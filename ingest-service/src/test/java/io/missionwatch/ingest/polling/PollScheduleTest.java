package io.missionwatch.ingest.polling;

import static org.assertj.core.api.Assertions.assertThat;

import io.missionwatch.ingest.feeds.FeedSource;
import io.missionwatch.ingest.polling.PollSchedule.Failure;
import io.missionwatch.ingest.polling.PollSchedule.Found;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class PollScheduleTest {

    private static final Instant START = Instant.parse("2026-03-02T10:00:00Z");
    private static final FeedSource FEED = FeedSource.of("f", URI.create("https://a.example/f"), "A");
    private static final PollSchedule SCHEDULE = new PollSchedule(() -> 0.5);

    private static FeedState fresh() {
        return FeedState.unknown(FEED.url().toString(), 0, FEED.shortest().toSeconds());
    }

    private static FeedState succeed(PollSchedule schedule, FeedState state, int newItems, Instant now) {
        return schedule.afterSuccess(state, FEED, new Found(PollOutcome.OK, 20, newItems, Optional.empty()), now);
    }

    private static FeedState fail(FeedState state, PollOutcome outcome, Optional<Duration> retryAfter) {
        return SCHEDULE.afterFailure(state, FEED, new Failure(outcome, "m", 0), retryAfter, START);
    }

    private static Duration wait(FeedState state) {
        return Duration.between(START, Instant.ofEpochMilli(state.nextPoll()));
    }

    @Property(tries = 300)
    void staysWithinTheOperatorsBoundsWhateverIsFound(
            @ForAll @Size(max = 40) List<@IntRange(max = 50) Integer> newItems,
            @ForAll @DoubleRange(max = 0.99) double chance) {
        var schedule = new PollSchedule(() -> chance);
        var state = fresh();
        var now = START;
        for (int found : newItems) {
            state = succeed(schedule, state, found, now);
            long wait = state.nextPoll() - now.toEpochMilli();

            assertThat(state.intervalSeconds())
                    .isBetween(FEED.shortest().toSeconds(), FEED.longest().toSeconds());
            assertThat(wait).isBetween(state.intervalSeconds() * 900, state.intervalSeconds() * 1100);
            now = Instant.ofEpochMilli(state.nextPoll());
        }
    }

    @Property(tries = 300)
    void waitsAfterAFailureAtLeastAsLongAsItIsAskedTo(
            @ForAll @IntRange(min = 1, max = 60) int errors,
            @ForAll @LongRange(max = 200_000) long asked,
            @ForAll @DoubleRange(max = 0.99) double chance) {
        var schedule = new PollSchedule(() -> chance);
        var state = fresh();
        for (int i = 0; i < errors; i++) {
            var wish = Optional.of(Duration.ofSeconds(asked));
            state = schedule.afterFailure(state, FEED, new Failure(PollOutcome.THROTTLED, "m", 429), wish, START);
        }

        assertThat(wait(state)).isGreaterThanOrEqualTo(Duration.ofSeconds(Math.min(asked, 86_400)));
        assertThat(wait(state)).isLessThanOrEqualTo(Duration.ofHours(27));
        assertThat(state.errors()).isEqualTo(errors);
    }

    @Test
    void goesFasterWithABusyFeedAndSlowerWithAQuietOne() {
        var state = fresh();
        var now = START;
        for (int i = 0; i < 30; i++) {
            state = succeed(SCHEDULE, state, 0, now);
            now = Instant.ofEpochMilli(state.nextPoll());
        }
        assertThat(state.intervalSeconds()).isEqualTo(FEED.longest().toSeconds());

        for (int i = 0; i < 30; i++) {
            state = succeed(SCHEDULE, state, 10, now);
            now = Instant.ofEpochMilli(state.nextPoll());
        }
        assertThat(state.intervalSeconds()).isEqualTo(FEED.shortest().toSeconds());
    }

    @Property(tries = 50)
    void spreadsFirstPollsOverTheTimeGiven(@ForAll @DoubleRange(max = 0.99) double chance) {
        var state = new PollSchedule(() -> chance).planned(Optional.empty(), FEED, START, Duration.ofMinutes(10));

        assertThat(wait(state)).isBetween(Duration.ZERO, Duration.ofMinutes(10));
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"OK", "NOT_MODIFIED", "EMPTY", "MOVED", "TOO_MANY_ITEMS", "CHURNING", "NEW", "PAUSED", "RETIRED"})
    void slowsDownWithEveryFailureUpToADay(PollOutcome outcome) {
        var once = fail(fresh(), outcome, Optional.empty());
        var state = once;
        for (int i = 0; i < 40; i++) {
            var next = fail(state, outcome, Optional.empty());
            assertThat(wait(next)).isGreaterThanOrEqualTo(wait(state));
            state = next;
        }

        assertThat(wait(once)).isGreaterThanOrEqualTo(FEED.shortest());
        assertThat(wait(state)).isLessThanOrEqualTo(Duration.ofHours(27));
    }

    @Test
    void forgetsFailuresWithTheFirstSuccess() {
        var failed = fail(fail(fresh(), PollOutcome.TIMEOUT, Optional.empty()), PollOutcome.TIMEOUT, Optional.empty());

        var state = succeed(SCHEDULE, failed, 0, START);

        assertThat(state.errors()).isZero();
        assertThat(wait(state)).isLessThanOrEqualTo(FEED.longest());
    }

    @Test
    void pollsNoMoreWhatIsGoneUntilTheOperatorWritesItAgain() {
        var gone = fail(fresh(), PollOutcome.RETIRED, Optional.empty());
        assertThat(gone.nextPoll()).isEqualTo(Long.MAX_VALUE);

        var again = SCHEDULE.planned(Optional.of(gone), FEED, START, Duration.ofSeconds(10));

        assertThat(again.outcome()).isEqualTo(PollOutcome.NEW);
        assertThat(wait(again)).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void keepsWhatIsKnownOfAFeedUnlessItsAddressIsAnother() {
        var known = succeed(SCHEDULE, fresh(), 3, START);

        assertThat(SCHEDULE.planned(Optional.of(known), FEED, START, Duration.ZERO)
                        .activity()
                        .totalItems())
                .isEqualTo(3);
        var other = FeedSource.of("f", URI.create("https://b.example/f"), "A");
        assertThat(SCHEDULE.planned(Optional.of(known), other, START, Duration.ZERO)
                        .activity()
                        .totalItems())
                .isZero();
    }

    @Test
    void callsAFeedSilentOnlyAfterManyTimesItsUsualGap() {
        var state = succeed(SCHEDULE, fresh(), 5, START);
        state = succeed(SCHEDULE, state, 1, START.plus(Duration.ofHours(1)));

        assertThat(succeed(SCHEDULE, state, 0, START.plus(Duration.ofHours(10)))
                        .activity()
                        .silent())
                .isFalse();
        assertThat(succeed(SCHEDULE, state, 0, START.plus(Duration.ofHours(12)))
                        .activity()
                        .silent())
                .isTrue();
    }
}
