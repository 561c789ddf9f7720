package io.missionwatch.enrich.events;

import static io.missionwatch.enrich.events.words.WordClass.KILLED_VERB;
import static io.missionwatch.enrich.events.words.WordClass.MESSENGER;
import static io.missionwatch.enrich.events.words.WordClass.REACHES;
import static io.missionwatch.enrich.events.words.WordClass.SUFFERS;
import static io.missionwatch.enrich.events.words.WordClass.WOUNDED_VERB;

import io.missionwatch.enrich.events.facets.EventType;
import io.missionwatch.enrich.events.words.WordClasses;
import java.util.List;

/**
 * Gives violence that its own clause ties to no mission the one that the rest of the sentence ties to it: "a member of staff at the
 * embassy was hurt when a letter bomb went off", "arrested a man near the embassy and foiled an attack".
 */
final class Company {

    private static final WordClasses HARM = WordClasses.of(KILLED_VERB, WOUNDED_VERB, SUFFERS);

    private Company() {}

    static void share(Line line, List<Draft> drafts) {
        if (!line.names().missions()) {
            return;
        }
        for (var draft : drafts) {
            if (draft.missions.isEmpty()) {
                DraftReader.tie(draft, companions(line, draft, drafts));
            }
        }
    }

    private static List<Integer> companions(Line line, Draft draft, List<Draft> drafts) {
        return switch (draft.type) {
            case ATTACK -> anyTied(drafts) ? List.of() : harmed(line, draft);
            case ATTACK_FOILED, PLOT -> arrested(line, drafts);
            case THREAT -> {
                var guarded = guarded(line, draft);
                yield guarded.isEmpty() ? written(line, draft) : guarded;
            }
            default -> List.of();
        };
    }

    private static boolean anyTied(List<Draft> drafts) {
        for (var draft : drafts) {
            if (!draft.missions.isEmpty()) {
                return true;
            }
        }
        return false;
    }

    /** The subject of a verb of harm in the main clause, where the violence stands in a clause beneath it. */
    private static List<Integer> harmed(Line line, Draft draft) {
        if (draft.clause.first() == 0 || !line.partsClauses(draft.clause.first() - 1)) {
            return List.of();
        }
        var targets = new Targets(line);
        for (int at = draft.clause.first() - 2; at > 0; at--) {
            if (line.isStop(at)) {
                return List.of();
            }
            if (line.isAny(at, HARM)) {
                return targets.subject(at, 0);
            }
        }
        return List.of();
    }

    /** "put armoured cars around the embassy after a group said that it would strike": what is guarded against the threat. */
    private static List<Integer> guarded(Line line, Draft draft) {
        if (draft.clause.first() == 0 || !line.partsClauses(draft.clause.first() - 1)) {
            return List.of();
        }
        return new Targets(line).placedLeft(draft.clause.first() - 1, 0);
    }

    /** "letters in which the writer promises to make it burn have reached the embassy": to whom the words came. */
    private static List<Integer> written(Line line, Draft draft) {
        if (!line.has(MESSENGER)) {
            return List.of();
        }
        for (int at = 0; at < line.size(); at++) {
            boolean own = at >= draft.hit().first() && at < draft.hit().end();
            var to = !own && line.is(at, REACHES) ? new Targets(line).right(at + 1, true) : List.<Integer>of();
            if (!to.isEmpty()) {
                return to;
            }
        }
        return List.of();
    }

    private static List<Integer> arrested(Line line, List<Draft> drafts) {
        return drafts.stream()
                .filter(draft -> draft.type == EventType.ARREST && !draft.missions.isEmpty())
                .findFirst()
                .map(draft -> new Targets(line).right(draft.hit().end(), true))
                .orElse(List.of());
    }
}
