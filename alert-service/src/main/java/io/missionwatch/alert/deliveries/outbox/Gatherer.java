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

    /** One more waits. */
    void took(Parcel parcel, Instant now) {
        boolean isUrgent = parcel.alert().getSeverity().compareTo(gathering.atOnce()) >= 0;
        leaves = isUrgent ? Optional.of(now) : leaves.or(() -> Optional.of(now.plus(gathering.within())));
    }

    boolean isTime(Instant now) {
        return leaves.filter(time -> !time.isAfter(now)).isPresent();
    }

    /** All that waited has left. */
    void left() {
        leaves = Optional.empty();
    }
}
