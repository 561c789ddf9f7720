package io.missionwatch.alert.deliveries.outbox;

import java.time.Duration;
import java.util.Optional;

/** How an attempt to deliver went. */
public sealed interface Attempt {

    /** The receiver took it. */
    Attempt DELIVERED = new Delivered();

    /** The receiver took it. */
    record Delivered() implements Attempt {}

    /**
     * It may go better later.
     *
     * @param reason what went wrong, in a sentence without secrets
     * @param notBefore how long the receiver asks to be left alone
     */
    record Failed(String reason, Optional<Duration> notBefore) implements Attempt {

        /** A failure of which only the reason is known. */
        public static Failed because(String reason) {
            return new Failed(reason, Optional.empty());
        }
    }

    /**
     * It will never go better: the same parcel again would fail the same way.
     *
     * @param reason what went wrong
     */
    record Refused(String reason) implements Attempt {}

    /**
     * The receiver is no more; nothing is sent to it until somebody has looked.
     *
     * @param reason how it was told
     */
    record Gone(String reason) implements Attempt {}
}
