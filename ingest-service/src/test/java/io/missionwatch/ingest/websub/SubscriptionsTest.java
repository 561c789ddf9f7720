package io.missionwatch.ingest.websub;

import static org.assertj.core.api.Assertions.assertThat;

import io.missionwatch.ingest.web.WebAnswer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class SubscriptionsTest {

    private static final URI HUB = URI.create("https://hub.example/");
    private static final String TOPIC = "https://news.example/feed";
    private static final String FEED = "news.example|f";
    private static final byte[] BODY = "<rss/>".getBytes(StandardCharsets.UTF_8);

    private final List<Map<String, String>> asked = new ArrayList<>();
    private final List<URI> hubs = new ArrayList<>();
    private final List<String> heard = new ArrayList<>();
    private final Consumer<String> listener = heard::add;
    private Instant now = Instant.parse("2026-03-02T10:00:00Z");
    private boolean hubIsUp = true;
    private Runnable duringPost = () -> {};
    private final Subscriptions subscriptions =
            new Subscriptions(Optional.of(URI.create("https://us.example/hub")), this::post, () -> now);

    private WebAnswer post(URI hub, Map<String, String> form) {
        hubs.add(hub);
        asked.add(form);
        duringPost.run();
        return hubIsUp
                ? new WebAnswer.NotModified(Optional.empty())
                : new WebAnswer.Failed(
                        WebAnswer.Problem.SERVER_ERROR, "the server answered 500", 500, Optional.empty());
    }

    private void pass(Duration time) {
        now = now.plus(time);
        subscriptions.step();
    }

    private void want() {
        subscriptions.want(FEED, HUB, TOPIC, listener);
        subscriptions.step();
    }

    private String token() {
        return asked.get(0).get("hub.callback").replace("https://us.example/hub/", "");
    }

    private Optional<String> verify(String mode, String lease) {
        return subscriptions.verify(
                token(),
                Map.of("hub.mode", mode, "hub.topic", TOPIC, "hub.challenge", "c", "hub.lease_seconds", lease));
    }

    @Test
    void asksTheHubOnceForWhatIsWanted() {
        want();
        want();

        assertThat(hubs).containsExactly(HUB);
        assertThat(asked).singleElement().satisfies(form -> {
            assertThat(form).containsEntry("hub.mode", "subscribe").containsEntry("hub.topic", TOPIC);
            assertThat(form.get("hub.secret")).hasSizeGreaterThan(30);
        });
        assertThat(subscriptions.arePushed(FEED)).isFalse();
    }

    @Test
    void verifiesOnlyWhatItAskedFor() {
        want();

        assertThat(subscriptions.verify("guess", Map.of("hub.mode", "subscribe", "hub.topic", TOPIC)))
                .isEmpty();
        assertThat(subscriptions.verify(
                        token(), Map.of("hub.mode", "subscribe", "hub.topic", "https://other.example/")))
                .isEmpty();
        assertThat(verify("unsubscribe", "1")).isEmpty();
        assertThat(subscriptions.arePushed(FEED)).isFalse();

        assertThat(verify("subscribe", "86400")).contains("c");
        assertThat(subscriptions.arePushed(FEED)).isTrue();
    }

    @Test
    void renewsBeforeTheLeaseEnds() {
        want();
        verify("subscribe", "86400");
        pass(Duration.ofHours(19));
        assertThat(asked).hasSize(1);

        pass(Duration.ofHours(1));

        assertThat(asked).hasSize(2);
        assertThat(subscriptions.arePushed(FEED)).isTrue();
    }

    @Test
    void pollsOnWhileTheHubFailsAndTriesAgain() {
        hubIsUp = false;
        want();
        assertThat(subscriptions.arePushed(FEED)).isFalse();

        hubIsUp = true;
        pass(Duration.ofHours(1));

        assertThat(asked).hasSize(2);
    }

    @Test
    void countsOnTheHubNoMoreWhenARenewalFails() {
        want();
        verify("subscribe", "86400");
        hubIsUp = false;
        pass(Duration.ofHours(20));

        assertThat(subscriptions.arePushed(FEED)).isFalse();
    }

    @Test
    void leavesAHubAloneThatDenied() {
        want();
        assertThat(subscriptions.verify(token(), Map.of("hub.mode", "denied", "hub.topic", TOPIC)))
                .contains("");
        pass(Duration.ofHours(23));

        assertThat(asked).hasSize(1);
    }

    @Test
    void hearsOnlyWhatIsSignedAsAgreed() throws IOException {
        want();
        verify("subscribe", "86400");
        var signature = HubSignature.of(asked.get(0).get("hub.secret"), BODY);

        assertThat(hear(token(), "", BODY)).isTrue();
        assertThat(hear(token(), "sha256=00", BODY)).isTrue();
        assertThat(hear(token(), signature, new byte[] {1})).isTrue();
        assertThat(hear(token(), "md5=00", BODY)).isTrue();
        assertThat(hear("guess", signature, BODY)).isFalse();
        assertThat(heard).isEmpty();

        assertThat(hear(token(), signature, BODY)).isTrue();
        assertThat(heard).containsExactly(FEED);
    }

    private boolean hear(String token, String signature, byte[] body) throws IOException {
        return subscriptions.hear(token, signature, new ByteArrayInputStream(body));
    }

    @Test
    void readsNothingOfWhatComesToAnAddressThatIsNotOurs() throws IOException {
        var body = new ByteArrayInputStream(BODY);

        assertThat(subscriptions.hear("guess", "sha256=00", body)).isFalse();
        assertThat(body.available()).isEqualTo(BODY.length);
    }

    @Test
    void countsNoMoreOnAPromiseThatHasRunOut() {
        want();
        verify("subscribe", "86400");
        pass(Duration.ofHours(20));
        pass(Duration.ofHours(3));
        assertThat(subscriptions.arePushed(FEED)).isTrue();

        pass(Duration.ofHours(2));

        assertThat(subscriptions.arePushed(FEED)).isFalse();
        assertThat(verify("subscribe", "86400")).contains("c");
        assertThat(subscriptions.arePushed(FEED)).isTrue();
    }

    @Test
    void asksAHubThatNeverVerifiesNoMoreOftenThanOneThatFails() {
        want();
        pass(Duration.ofMinutes(59));
        assertThat(asked).hasSize(1);

        pass(Duration.ofMinutes(1));

        assertThat(asked).hasSize(2);
    }

    @Test
    void keepsThatAFeedWasEndedWhileItsHubWasAsked() {
        duringPost = () -> subscriptions.end(FEED);
        hubIsUp = false;
        want();
        duringPost = () -> {};
        hubIsUp = true;
        pass(Duration.ofSeconds(1));

        assertThat(asked).last().satisfies(form -> assertThat(form).containsEntry("hub.mode", "unsubscribe"));
    }

    @Test
    void forgetsInTheEndWhatAHubNeverEnded() {
        want();
        subscriptions.end(FEED);
        pass(Duration.ofSeconds(1));
        pass(Duration.ofDays(10));
        pass(Duration.ofDays(10));

        assertThat(asked).hasSize(2);
        assertThat(verify("unsubscribe", "0")).isEmpty();
    }

    @Test
    void leavesTheOtherFeedsOfASlowHubForLaterAndAsksOtherHubs() {
        var other = URI.create("https://other.example/");
        duringPost = () -> now = now.plusSeconds(10);
        for (var feed : List.of("a", "b", "c")) {
            subscriptions.want(feed, HUB, TOPIC, listener);
            subscriptions.want(feed + "-other", other, TOPIC, listener);
        }

        subscriptions.step();

        assertThat(hubs).containsExactlyInAnyOrder(HUB, other);
        subscriptions.step();
        subscriptions.step();
        assertThat(hubs).hasSize(6);
    }

    @Test
    void tellsTheHubWhenAFeedIsWantedNoMore() throws IOException {
        want();
        verify("subscribe", "86400");
        subscriptions.end(FEED);
        pass(Duration.ofSeconds(1));

        assertThat(asked).last().satisfies(form -> assertThat(form).containsEntry("hub.mode", "unsubscribe"));
        assertThat(hear(token(), "sha256=00", BODY)).isFalse();
        assertThat(verify("subscribe", "86400")).isEmpty();
        assertThat(verify("unsubscribe", "0")).contains("c");
    }

    @Test
    void forgetsWhatATaskWantedThatIsGone() throws IOException {
        want();
        subscriptions.forget(listener);
        pass(Duration.ofDays(1));

        assertThat(asked).hasSize(1);
        assertThat(hear(token(), "", BODY)).isFalse();
    }

    @Test
    void asksNobodyWithoutAnAddress() {
        var none = Subscriptions.none();
        none.want(FEED, HUB, TOPIC, listener);
        none.step();

        assertThat(none.arePushed(FEED)).isFalse();
    }
}
