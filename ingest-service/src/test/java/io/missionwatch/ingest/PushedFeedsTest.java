package io.missionwatch.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.missionwatch.ingest.feeds.FeedSource;
import io.missionwatch.ingest.polling.FeedState;
import io.missionwatch.ingest.polling.Fetched;
import io.missionwatch.ingest.polling.PollOutcome;
import io.missionwatch.ingest.web.WebAnswer;
import io.missionwatch.ingest.websub.Subscriptions;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PushedFeedsTest {

    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");
    private static final FeedSource FEED = FeedSource.of("f", URI.create("https://a.example/f"), "A");
    private static final String KEY = "a.example|f";

    private final Map<String, String> asked = new HashMap<>();
    private final Subscriptions subscriptions =
            new Subscriptions(Optional.of(URI.create("https://us.example")), this::post, () -> NOW);
    private final PushedFeeds pushed = new PushedFeeds(subscriptions);

    private WebAnswer post(URI hub, Map<String, String> form) {
        asked.putAll(form);
        return new WebAnswer.NotModified(Optional.empty());
    }

    private static FeedState state(FeedState.Push push) {
        return FeedState.unknown(FEED.url().toString(), NOW.toEpochMilli(), 300)
                .marked(new Fetched.Marks("", "", 1, push))
                .dueAt(NOW.plusSeconds(300).toEpochMilli(), PollOutcome.OK);
    }

    private static FeedState offering() {
        return state(new FeedState.Push("https://hub.example/", "https://a.example/f"));
    }

    private void subscribe() {
        pushed.keep(KEY, FEED, offering());
        subscriptions.step();
        var token = asked.get("hub.callback").replace("https://us.example/", "");
        subscriptions.verify(token, Map.of("hub.mode", "subscribe", "hub.topic", "https://a.example/f"));
    }

    @Test
    void arePolledSeldomWhileTheirHubTellsOfChanges() {
        assertThat(pushed.paced(KEY, FEED, offering(), NOW).nextPoll())
                .isEqualTo(offering().nextPoll());

        subscribe();

        assertThat(pushed.paced(KEY, FEED, offering(), NOW).nextPoll())
                .isEqualTo(NOW.plus(FEED.longest()).toEpochMilli());
    }

    @Test
    void areLeftToPollingWhereNoHubIsOffered() {
        pushed.keep(KEY, FEED, state(FeedState.Push.NONE));
        subscriptions.step();

        assertThat(asked).isEmpty();
    }

    @Test
    void areEndedWhenTheirFeedIs() {
        subscribe();
        pushed.end(KEY);
        subscriptions.step();

        assertThat(asked).containsEntry("hub.mode", "unsubscribe");
    }

    @Test
    void areNotPolledMoreOftenThanIsPolite() {
        var polled = polled(PollOutcome.OK, 0);

        assertThat(PushedFeeds.soonest(polled, NOW.toEpochMilli() + 1, Duration.ofSeconds(20)))
                .isEqualTo(NOW.plusSeconds(20).toEpochMilli());
    }

    @Test
    void areLeftAloneForAsLongAsTheirPublisherAsked() {
        var throttled = polled(PollOutcome.THROTTLED, 1);

        assertThat(PushedFeeds.soonest(throttled, NOW.toEpochMilli() + 1, Duration.ofSeconds(20)))
                .isEqualTo(throttled.nextPoll());
    }

    private static FeedState polled(PollOutcome outcome, int errors) {
        return new FeedState(
                "u",
                "u",
                "",
                "",
                0,
                outcome,
                "",
                errors == 0 ? 200 : 429,
                NOW.toEpochMilli(),
                0,
                NOW.plusSeconds(3600).toEpochMilli(),
                300,
                errors,
                FeedState.Activity.NONE,
                FeedState.Push.NONE);
    }
}
