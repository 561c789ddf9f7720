package io.missionwatch.alert.deliveries.outbox;

import io.missionwatch.cloudevents.TraceParent;
import io.missionwatch.schema.Alert;
import java.util.Optional;

/**
 * A revision of an alert on its way to a receiver.
 *
 * @param alert the revision
 * @param attempt 1 for the first
 * @param trace the trace that began with the feed, where the record named one
 */
public record Parcel(Alert alert, int attempt, Optional<TraceParent> trace) {

    /** What a receiver knows it again by: the same in every attempt, after a restart and in a replay. */
    public String key() {
        return alert.getAlertId() + "_" + alert.getRevision();
    }

    /** The same parcel in a later attempt. */
    Parcel inAttempt(int number) {
        return new Parcel(alert, number, trace);
    }
}
