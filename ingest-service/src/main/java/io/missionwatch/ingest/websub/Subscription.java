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
        Consumer<String> listener) {

    /** How far a subscription is. */
    enum Stage {
        /** To be asked for. */
        WANTED,
        /** Asked for; the hub has not come back to verify it. */
        ASKED,
        /** Verified, and not over. */
        ACTIVE,
        /** Not wanted any more; the hub may still come back to verify that. */
        ENDING
    }

    Subscription at(Stage other, Instant time) {
        return new Subscription(feed, hub, topic, token, secret, other, time, listener);
    }
}
