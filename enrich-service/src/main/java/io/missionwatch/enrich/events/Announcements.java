package io.missionwatch.enrich.events;

import static io.missionwatch.enrich.events.words.WordClass.ADVERB;
import static io.missionwatch.enrich.events.words.WordClass.MESSENGER;
import static io.missionwatch.enrich.events.words.WordClass.PRONOUN;
import static io.missionwatch.enrich.events.words.WordClass.REPORT;
import static io.missionwatch.enrich.events.words.WordClass.WILL;
import static io.missionwatch.enrich.events.words.WordClass.WOULD;

import io.missionwatch.enrich.actors.ActorType;
import io.missionwatch.enrich.events.facets.EventType;
import io.missionwatch.enrich.events.facets.Modality;
import io.missionwatch.enrich.events.facets.Role;
import io.missionwatch.enrich.events.facets.Temporal;
import io.missionwatch.enrich.events.words.WordClasses;
import java.util.OptionalInt;

/**
 * What an armed group says that it will do is a threat, made now: "We will attack the embassy," a spokesman of the group said; and so is
 * what a nameless caller or letter says will be done: "A caller said that the embassy would be bombed".
 */
final class Announcements {

    private static final WordClasses AUXILIARY = WordClasses.of(WILL, WOULD, ADVERB);
    private static final int CALLER_REACH = 16;
    private static final int MESSENGER_REACH = 8;

    private final Cast cast;

    Announcements(Cast cast) {
        this.cast = cast;
    }

    void read(Draft draft) {
        boolean coming = draft.modality == Modality.PLANNED || draft.modality == Modality.HYPOTHETICAL;
        if (draft.type != EventType.ATTACK || !coming) {
            return;
        }
        if (isOwnDeed(draft)) {
            armedSpeaker(draft).ifPresent(speaker -> {
                threatens(draft);
                draft.roles.put(speaker, Role.PERPETRATOR);
            });
        } else if (!draft.missions.isEmpty() && isAnonymous(draft)) {
            threatens(draft);
        }
    }

    private static void threatens(Draft draft) {
        draft.type = EventType.THREAT;
        draft.reason("type", "announced", draft.hit().first());
        draft.is(Modality.ASSERTED, "announced", draft.hit().first());
        draft.is(Temporal.CURRENT, "announced", draft.hit().first());
    }

    /** "An anonymous caller told a radio station that the embassy would be burned down". */
    private static boolean isAnonymous(Draft draft) {
        var line = draft.line;
        int report = line.leftOf(draft.hit().first(), REPORT, CALLER_REACH);
        return report >= 0
                && (line.anyOf(WILL, report, draft.hit().first())
                        || line.anyOf(WOULD, report, draft.hit().first()))
                && line.leftOf(report, MESSENGER, MESSENGER_REACH) >= 0;
    }

    /** The subject of what will be done is a pronoun: "we will attack", "said it would bomb". */
    private static boolean isOwnDeed(Draft draft) {
        int at = draft.hit().first() - 1;
        while (draft.line.isAny(at, AUXILIARY)) {
            at--;
        }
        return at < draft.hit().first() - 1 && draft.line.is(at, PRONOUN);
    }

    private OptionalInt armedSpeaker(Draft draft) {
        var speaker = draft.attribution.flatMap(Attribution::actorId);
        return draft.roles.keySet().stream()
                .mapToInt(Integer::intValue)
                .filter(actor -> cast.actor(actor).type() == ActorType.ARMED_GROUP)
                .filter(actor -> speaker.filter(cast.actorId(actor)::equals).isPresent())
                .findFirst();
    }
}
