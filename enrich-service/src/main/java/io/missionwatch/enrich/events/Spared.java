package io.missionwatch.enrich.events;

import static io.missionwatch.enrich.events.words.WordClass.ANY_MISSION;
import static io.missionwatch.enrich.events.words.WordClass.BE;
import static io.missionwatch.enrich.events.words.WordClass.NEGATION;

import io.missionwatch.enrich.missions.MissionType;

/** Reads that violence in a quarter of embassies was about none of them: "No mission was involved." */
final class Spared {

    private static final int OPENING = 5;
    private static final int VERB_REACH = 6;

    private Spared() {}

    /** The line says that no mission suffered. */
    static boolean told(Line line) {
        if (!line.has(ANY_MISSION) || !line.is(0, NEGATION)) {
            return false;
        }
        int mission = line.rightOf(1, ANY_MISSION, OPENING);
        return mission >= 0 && line.rightOf(mission + 1, BE, VERB_REACH) >= 0;
    }

    /** Takes from what was told the quarters where it happened, if it named no mission besides. */
    static void spare(Telling telling, Cast cast) {
        boolean quarter = telling.missions().stream()
                .map(cast::mission)
                .allMatch(mission -> mission.type() == MissionType.OTHER
                        && mission.sendingState().isEmpty()
                        && mission.sendingOrganisation().isEmpty());
        if (quarter) {
            telling.missions().clear();
        }
    }
}
