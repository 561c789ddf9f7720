package io.missionwatch.ingest.websub;

import java.net.URI;
import java.time.Instant;
import java.util.function.Consumer;

/**
 * A feed whose hub is asked to say when it changes.
 *
 * @param feed the feed's key
 * @param hub where to ask
 * @param topic the feed, as its hub knows it
 * @param token the unguessable part of our address that is the hub's alone
 * @param secret what the hub signs with
 * @param stage how far it is
 * @param next when there is something to do about it
 * @param promisedUntil when the lease ends that the hub verified last; long ago where it verified none
 * @param listener hears the feed's key when the hub says that it changed
 */
record Subscription(
        String feed,
        URI hub,
        String topic,
        String token,
        String secret,
        Stage stage,
        Instant next,
        Instant promisedUntil,
        Consumer<String> listener) {

    /** How far a subscription is. */
    enum Stage {
        /** To be asked for. */
        WANTED,
        /** Asked for; the hub has not come back to verify it. */
        ASKED,
        /** Verified. */
        ACTIVE,
        /** Not wanted any more; the hub is to be told. */
        ENDING,
        /** The hub has been told, and may still come back to verify it. */
        ENDED
    }

    boolean isWanted() {
        return stage != Stage.ENDING && stage != Stage.ENDED;
    }

    boolean isOf(URI otherHub, String otherTopic) {
        return hub.equals(otherHub) && topic.equals(otherTopic);
    }

    /** Whether the hub has promised to tell of changes, and has not let the promise run out. */
    boolean isKept(Instant now) {
        return stage == Stage.ACTIVE && promisedUntil.isAfter(now);
    }

    Subscription at(Stage other, Instant time) {
        return new Subscription(feed, hub, topic, token, secret, other, time, promisedUntil, listener);
    }

    Subscription promised(Instant renewal, Instant until) {
        return new Subscription(feed, hub, topic, token, secret, Stage.ACTIVE, renewal, until, listener);
    }

    Subscription heardBy(Consumer<String> other) {
        return new Subscription(feed, hub, topic, token, secret, stage, next, promisedUntil, other);
    }
}
