package io.missionwatch.alert.deliveries.outbox;

import java.time.Instant;
import java.util.Optional;

/** Knows when what was gathered leaves. Used by one thread. */
final class Gatherer {

    private final Gathering gathering;
    private Optional<Instant> leaves = Optional.empty();

    Gatherer(Gathering gathering) {
        this.gathering = gathering;
    }

    /**
     * One more waits.
     *
     * @param since when it was written, be it before the last start
     */
    void took(Parcel parcel, Instant since) {
        boolean isUrgent = parcel.alert().getSeverity().compareTo(gathering.atOnce()) >= 0;
        var latest = isUrgent ? since : since.plus(gathering.within());
        leaves = leaves.filter(time -> time.isBefore(latest)).or(() -> Optional.of(latest));
    }

    boolean isTime(Instant now) {
        return leaves.filter(time -> !time.isAfter(now)).isPresent();
    }

    /** All that waited has left. */
    void left() {
        leaves = Optional.empty();
    }
}
