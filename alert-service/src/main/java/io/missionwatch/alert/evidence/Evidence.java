package io.missionwatch.alert.evidence;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** One event of one article, as far as an alert needs it. */
public record Evidence(
        String eventId,
        Stance stance,
        Source source,
        Telling telling,
        Optional<Place> place,
        List<Party> actors,
        List<Mission> missions) {
    public Evidence {
        actors = List.copyOf(actors);
        missions = List.copyOf(missions);
    }

    /** The time that windows and order go by. */
    public Instant eventTime() {
        return source.eventTime();
    }

    /** Whether it speaks for an alert. */
    public boolean supports() {
        return stance == Stance.SUPPORTS;
    }
}
