package io.missionwatch.enrich.events;

import static io.missionwatch.enrich.events.words.WordClass.ACCUSING;
import static io.missionwatch.enrich.events.words.WordClass.AGENT_PREPOSITION;
import static io.missionwatch.enrich.events.words.WordClass.COMMITS;
import static io.missionwatch.enrich.events.words.WordClass.CONJUNCTION;
import static io.missionwatch.enrich.events.words.WordClass.DETERMINER;
import static io.missionwatch.enrich.events.words.WordClass.NEUTRAL;
import static io.missionwatch.enrich.events.words.WordClass.PRONOUN;
import static io.missionwatch.enrich.events.words.WordClass.REACTION_CUE;
import static io.missionwatch.enrich.events.words.WordClass.REPORT;
import static io.missionwatch.enrich.events.words.WordClass.TARGET_PREPOSITION;

import io.missionwatch.enrich.actors.ActorType;
import io.missionwatch.enrich.events.facets.EventType;
import io.missionwatch.enrich.events.facets.Role;
import io.missionwatch.enrich.events.facets.Verification;
import io.missionwatch.enrich.events.words.Trigger;

/** Gives the actors of a clause their parts: who did it, to whom, who answered. Who only speaks does nothing. */
final class Roles {

    private static final int COMPOUND = 3;
    /** "by a group called". */
    private static final int OPENING = 6;

    private static final int REACH = 16;
    /** Between a verb of saying and what is said. */
    private static final int SPOKEN = 6;

    private final Cast cast;

    Roles(Cast cast) {
        this.cast = cast;
    }

    void read(Draft draft) {
        if (!draft.line.names().actors()) {
            return;
        }
        if (draft.trigger.frame() == Trigger.Frame.CLAIM) {
            claimant(draft);
            return;
        }
        int passive = draft.clause.passive();
        boolean reversed = passive >= 0 || draft.clause.reducedPassive();
        left(draft, reversed);
        right(draft, reversed || draft.isNominal() || draft.trigger.frame() == Trigger.Frame.EVENT);
        accused(draft);
    }

    /** The subject: does it, or in the passive suffers it. */
    private void left(Draft draft, boolean reversed) {
        var line = draft.line;
        int from = draft.hit().first();
        int first = isOwnReport(line, draft.clause.first() - 1) ? draft.clause.first() - REACH : draft.clause.first();
        boolean spoken = false;
        for (int at = from - 1; at >= Math.max(Math.max(0, first), from - REACH); at--) {
            if (isOwnReport(line, at)) {
                spoken = true;
            } else if (line.isAny(at, REPORT, REACTION_CUE)
                    || line.isStop(at)
                    || warnsOfOthers(draft, at)
                    || line.is(at, ACCUSING)) {
                return;
            }
            if (spoken && !cast.isArmed(line, at)) {
                continue;
            }
            if (line.isActor(at) && !line.isMission(at) && !bystander(draft, at)) {
                boolean tied = line.is(prepositionBefore(line, at), TARGET_PREPOSITION);
                draft.has(line.actor(at), tied || reversed ? suffering(draft) : doing(draft, at));
            }
        }
    }

    /** "announced that they had kidnapped", "said in a note that it bombed": who says so has done it. */
    private static boolean isOwnReport(Line line, int at) {
        int report = line.word(at).equals("that") ? line.leftOf(at, REPORT, SPOKEN) : at;
        if (!line.is(report, REPORT)) {
            return false;
        }
        for (int next = report + 1; next <= report + SPOKEN; next++) {
            if (line.is(next, PRONOUN)) {
                return next == report + 1 || line.word(next - 1).equals("that");
            }
        }
        return false;
    }

    /** A state that stands before the noun of an attack has not done it by that: "Moscow held talks over the poisoning". */
    private boolean bystander(Draft draft, int at) {
        int from = draft.hit().first();
        if (!draft.isNominal()
                || draft.type != EventType.ATTACK
                || !cast.isForce(draft.line, at)
                || from - at <= COMPOUND) {
            return false;
        }
        for (int between = at + 1; between < from; between++) {
            if (draft.line.is(between, COMMITS)) {
                return false;
            }
        }
        return true;
    }

    /** "Hezbollah warned of a planned attack": who warns does not do it, unless the words have them do it, as "it plans" has. */
    private static boolean warnsOfOthers(Draft draft, int at) {
        var line = draft.line;
        return line.triggers(at)
                && !line.is(at + 1, PRONOUN)
                && !line.is(at + 2, PRONOUN)
                && line.hits().stream()
                        .anyMatch(hit ->
                                hit.first() == at && hit.readings().get(0).type() == EventType.WARNING);
    }

    private static int prepositionBefore(Line line, int at) {
        int before = at - 1;
        while (before > at - 4 && line.has(before) && line.actor(before) == line.actor(at)) {
            before--;
        }
        return line.word(before).equals("the") ? before - 1 : before;
    }

    /** The object: suffers it; after "by" does it. */
    private void right(Draft draft, boolean agentFollows) {
        var line = draft.line;
        boolean agent = false;
        boolean object = !agentFollows;
        for (int at = draft.hit().end();
                at < Math.min(draft.clause.end(), draft.hit().end() + REACH);
                at++) {
            if (line.is(at, REPORT) || endsQuotation(line, at)) {
                return;
            }
            if (line.is(at, AGENT_PREPOSITION)) {
                agent = true;
            } else if (line.isAny(at, TARGET_PREPOSITION, NEUTRAL)
                    || line.word(at).equals("with")) {
                object = !line.word(at).equals("with") && !line.word(at).equals("in");
                agent = agent && line.is(at, NEUTRAL);
            }
            if (line.isActor(at) && !line.isMission(at)) {
                if (agent) {
                    draft.has(line.actor(at), doing(draft, at));
                } else if (object) {
                    draft.has(line.actor(at), suffering(draft));
                }
            }
        }
    }

    /** The comma at the end of what somebody says: who stands behind it is no part of it. */
    private static boolean endsQuotation(Line line, int at) {
        return line.word(at).equals(",") && (isQuote(line, at + 1) || isQuote(line, at - 1));
    }

    private static boolean isQuote(Line line, int at) {
        return line.word(at).equals("\"");
    }

    private Role doing(Draft draft, int at) {
        return switch (draft.type) {
            // "UNITA captured two technicians": who is no force of a state arrests nobody.
            case COUNTERTERRORISM_OPERATION, ARREST -> cast.isArmed(draft.line, at) ? Role.PERPETRATOR : Role.RESPONDER;
            case EVACUATION, CLOSURE, RELOCATION, REOPENING, SECURITY_RAISED, EXPULSION -> Role.RESPONDER;
            case ATTACK_FOILED -> cast.isForce(draft.line, at) ? Role.RESPONDER : Role.PERPETRATOR;
            case WARNING, DENIAL, OTHER -> Role.SPEAKER;
            case PLOT, THREAT -> isPolice(draft, at) ? Role.RESPONDER : Role.PERPETRATOR;
            case ATTACK, PROTEST, CLAIM_OF_RESPONSIBILITY -> Role.PERPETRATOR;
        };
    }

    /** Police and courts uncover plots and answer threats; the text that has them plot is read wrongly. */
    private boolean isPolice(Draft draft, int at) {
        return cast.actor(draft.line.actor(at)).type() == ActorType.POLICE;
    }

    private static Role suffering(Draft draft) {
        return draft.casualties.isTold() && draft.type == EventType.ATTACK && draft.missions.isEmpty()
                ? Role.VICTIM
                : Role.TARGET;
    }

    private void claimant(Draft draft) {
        var line = draft.line;
        int end = draft.hit().end();
        if (line.is(end - 1, AGENT_PREPOSITION)) {
            claimants(draft, firstActor(line, end), 1);
            return;
        }
        int at = draft.hit().first() - 1;
        while (at >= Math.max(0, draft.hit().first() - REACH) && !line.isActor(at)) {
            at--;
        }
        if (line.isActor(at)) {
            claimants(draft, at, -1);
            return;
        }
        for (int by = draft.hit().end(); by < Math.min(line.size(), draft.hit().end() + 6); by++) {
            if (line.is(by, AGENT_PREPOSITION)) {
                claimants(draft, firstActor(line, by + 1), 1);
            }
        }
    }

    private static int firstActor(Line line, int from) {
        int at = from;
        while (at < from + OPENING && !line.isActor(at)) {
            at++;
        }
        return at;
    }

    /** "the Red Hand and the Black Front both claimed": all that are named side by side. */
    private static void claimants(Draft draft, int from, int step) {
        var line = draft.line;
        for (int at = from; line.isActor(at) || joinsActors(line, at); at += step) {
            if (line.isActor(at)) {
                draft.has(line.actor(at), Role.CLAIMANT);
                draft.verification = Verification.PERPETRATOR_CLAIM;
            }
        }
    }

    private static boolean joinsActors(Line line, int at) {
        return line.is(at, CONJUNCTION) && !line.word(at).equals("but")
                || line.word(at).equals(",")
                || line.is(at, DETERMINER);
    }

    /** "blamed on X", "X was suspected", "X claimed responsibility" in the same sentence. */
    private void accused(Draft draft) {
        if (draft.type.isViolent()) {
            accusedIn(draft.line, draft);
        }
    }

    /** Those whom a line says to have done what a draft of it, or of a line before it, tells. */
    void accusedIn(Line line, Draft deed) {
        for (int at = 0; line.names().actors() && at < line.size(); at++) {
            if (cast.isArmed(line, at) && Accusations.against(line, at)) {
                deed.has(line.actor(at), Role.PERPETRATOR);
            }
        }
    }
}
