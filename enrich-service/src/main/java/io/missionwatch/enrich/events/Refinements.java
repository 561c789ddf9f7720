package io.missionwatch.enrich.events;

import io.missionwatch.enrich.events.facets.EventType;
import io.missionwatch.enrich.events.facets.Means;
import io.missionwatch.enrich.missions.MissionTag;
import io.missionwatch.enrich.missions.MissionType;

/** Says what a trigger means now that it is known whom it concerns: people are not stormed, and others' are not evacuated. */
final class Refinements {

    private final Cast cast;

    Refinements(Cast cast) {
        this.cast = cast;
    }

    void refine(Draft draft) {
        boolean seized = draft.means == Means.STORMING
                && draft.line.word(draft.hit().first()).startsWith("seiz");
        if (seized && arePeople(draft)) {
            draft.means = Means.KIDNAPPING;
        }
        if (isToldToGo(draft)) {
            draft.type = EventType.EXPULSION;
        }
    }

    private boolean arePeople(Draft draft) {
        return !draft.missions.isEmpty()
                && draft.missions.stream()
                        .allMatch(mission -> cast.mission(mission).type() == MissionType.DIPLOMATIC_PERSONNEL);
    }

    /** "Moscow ordered four Bulgarian diplomats to leave": a state evacuates its own people, others' it expels. */
    private boolean isToldToGo(Draft draft) {
        var line = draft.line;
        return draft.type == EventType.EVACUATION
                && line.word(draft.hit().first()).startsWith("order")
                && draft.missions.stream().map(cast::mission).anyMatch(mission -> orders(draft, mission));
    }

    private boolean orders(Draft draft, MissionTag mission) {
        var host = mission.hostState();
        if (host.isEmpty() || mission.sendingState().isEmpty()) {
            return false;
        }
        for (int at = draft.clause.first(); at < draft.hit().first(); at++) {
            if (draft.line.isActor(at)
                    && cast.actor(draft.line.actor(at)).country().equals(host)) {
                return true;
            }
            int place = draft.line.place(at);
            if (place != Line.NOBODY
                    && cast.place(place).place().countryCode().equals(host.get())
                    && at == draft.clause.first()) {
                return true;
            }
        }
        return false;
    }
}
