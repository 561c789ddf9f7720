package io.missionwatch.bench.accuracy;

import io.missionwatch.enrich.events.Event;
import io.missionwatch.enrich.events.facets.EventType;
import io.missionwatch.enrich.events.facets.Modality;
import io.missionwatch.enrich.events.facets.Temporal;
import io.missionwatch.enrich.events.facets.Verification;
import io.missionwatch.enrich.missions.MissionType;
import java.util.EnumSet;
import java.util.Set;

/**
 * Whether a duty officer must be told of an event, for scoring alone: violence, danger or retreat that concerns a foreign mission now
 * and that the text does not take back. What alerts in operation is for the patterns to say.
 */
final class AlertWorthy {

    private static final Set<EventType> TYPES = EnumSet.of(
            EventType.ATTACK,
            EventType.ATTACK_FOILED,
            EventType.PLOT,
            EventType.THREAT,
            EventType.WARNING,
            EventType.EVACUATION,
            EventType.CLOSURE);

    private AlertWorthy() {}

    /** Whether it concerns a mission now, be it of a state or of an organisation. */
    static boolean test(Event event) {
        return !event.missions().isEmpty() && told(event);
    }

    /** The same for missions of states alone, which is what the sets of others label. */
    static boolean ofStates(Event event) {
        return told(event)
                && event.missions().stream()
                        .anyMatch(mission -> mission.type() != MissionType.INTERNATIONAL_ORGANISATION);
    }

    private static boolean told(Event event) {
        return TYPES.contains(event.type()) && said(event) && now(event) && event.verification() != Verification.DENIED;
    }

    /** Attacks must be told as done; of plans, threats and retreats the intention is enough. */
    private static boolean said(Event event) {
        return switch (event.modality()) {
            case ASSERTED -> true;
            case POSSIBLE, PLANNED -> event.type() != EventType.ATTACK;
            case NEGATED, HYPOTHETICAL -> false;
        };
    }

    private static boolean now(Event event) {
        boolean coming = event.temporal() == Temporal.FUTURE && event.modality() != Modality.ASSERTED;
        return event.temporal() == Temporal.CURRENT || event.temporal() == Temporal.DEVELOPING || coming;
    }
}
