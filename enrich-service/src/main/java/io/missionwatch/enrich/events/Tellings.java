package io.missionwatch.enrich.events;

import io.missionwatch.enrich.events.facets.EventType;
import io.missionwatch.enrich.events.facets.Means;
import io.missionwatch.enrich.events.facets.Modality;
import io.missionwatch.enrich.events.facets.Temporal;
import io.missionwatch.enrich.events.words.Trigger;
import io.missionwatch.enrich.events.words.WordClass;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Brings together the drafts of an article that tell one event: alike in type, target, time and place. */
final class Tellings {

    private static final int LOOK_BACK = 24;
    private static final int GROUP_REACH = 5;
    private static final Set<EventType> VIOLENCE =
            Set.of(EventType.ATTACK, EventType.ATTACK_FOILED, EventType.COUNTERTERRORISM_OPERATION);

    private final Cast cast;
    private final List<Telling> tellings = new ArrayList<>();

    Tellings(Cast cast) {
        this.cast = cast;
    }

    List<Telling> all() {
        return tellings;
    }

    void add(Draft draft) {
        inherit(draft);
        recall(draft);
        goOn(draft);
        for (int i = tellings.size() - 1; i >= Math.max(0, tellings.size() - LOOK_BACK); i--) {
            if (tells(tellings.get(i), draft)) {
                tellings.get(i).add(draft);
                return;
            }
        }
        tellings.add(new Telling(draft));
    }

    /** An undated draft without a mission stands where the sentence that it shares stands. */
    private void inherit(Draft draft) {
        if (tellings.isEmpty() || draft.dated || !draft.missions.isEmpty()) {
            return;
        }
        for (int i = tellings.size() - 1; i >= Math.max(0, tellings.size() - LOOK_BACK); i--) {
            var telling = tellings.get(i);
            if (telling.lastLine() == draft.line.number()) {
                if (!isInserted(telling, draft)
                        && telling.temporal() == Temporal.BACKGROUND
                        && draft.temporal == Temporal.CURRENT) {
                    draft.is(Temporal.BACKGROUND, "same-sentence", draft.hit().first());
                }
                return;
            }
        }
    }

    /** What a relative clause tells of somebody is not what the sentence tells of them. */
    private static boolean isInserted(Telling telling, Draft draft) {
        var last = telling.drafts().get(telling.drafts().size() - 1);
        return Insertions.part(draft.line, last.hit().first(), draft.hit().first());
    }

    /** What "had been" right after something long past is as long past, also where somebody tells it. */
    private void recall(Draft draft) {
        if (tellings.isEmpty() || draft.dated || draft.isNominal() || !draft.clause.pastPerfect()) {
            return;
        }
        var last = tellings.get(tellings.size() - 1);
        boolean past = last.temporal() == Temporal.BACKGROUND && draft.line.number() - last.lastLine() == 1;
        if (past && draft.temporal == Temporal.CURRENT) {
            draft.is(Temporal.BACKGROUND, "past-perfect", draft.hit().first());
        }
    }

    /** "shut its embassy in 2012 ... the embassy remains closed": no news. */
    private void goOn(Draft draft) {
        if (draft.type != EventType.CLOSURE || !draft.line.is(draft.hit().first(), WordClass.STAYING)) {
            return;
        }
        for (var telling : tellings.subList(Math.max(0, tellings.size() - LOOK_BACK), tellings.size())) {
            boolean closed = telling.type() == EventType.CLOSURE && telling.temporal() == Temporal.BACKGROUND;
            if (closed && sameTarget(telling, draft)) {
                draft.is(Temporal.BACKGROUND, "goes-on", draft.hit().first());
                return;
            }
        }
    }

    private boolean tells(Telling telling, Draft draft) {
        return (!telling.first().series || telling.lastLine() == draft.line.number())
                && sameKind(telling, draft)
                && sameModality(telling, draft)
                && sameTime(telling, draft)
                && (sameTarget(telling, draft) || refersTo(telling, draft));
    }

    private static boolean sameKind(Telling telling, Draft draft) {
        var type = telling.first().type;
        if (type == draft.type) {
            return true;
        }
        boolean sameLine = telling.lastLine() == draft.line.number();
        boolean violence = VIOLENCE.contains(type) && VIOLENCE.contains(draft.type);
        return violence && ((sameLine && telling.missions().equals(draft.missions)) || Telling.pointsBack(draft));
    }

    private static boolean sameModality(Telling telling, Draft draft) {
        var one = telling.modality();
        var other = draft.modality;
        boolean disputed = one == Modality.NEGATED || other == Modality.NEGATED;
        if (disputed && one != other) {
            return telling.missions().equals(draft.missions) && !draft.missions.isEmpty();
        }
        return one == other || (settled(one) && settled(other) && telling.first().type != EventType.ATTACK);
    }

    private static boolean settled(Modality modality) {
        return modality != Modality.HYPOTHETICAL && modality != Modality.NEGATED;
    }

    private static boolean sameTime(Telling telling, Draft draft) {
        if (!telling.occurred().mayEqual(draft.occurred)) {
            return false;
        }
        boolean past = telling.temporal() == Temporal.BACKGROUND;
        boolean draftPast = draft.temporal == Temporal.BACKGROUND;
        if (past == draftPast) {
            return true;
        }
        if (telling.dated() && draft.dated) {
            return false;
        }
        return past ? !draft.dated : telling.nominal() || (!draft.dated && draft.isNominal());
    }

    private boolean sameTarget(Telling telling, Draft draft) {
        if (telling.missions().isEmpty() && draft.missions.isEmpty()) {
            return sameGroup(telling, draft);
        }
        for (int one : telling.missions()) {
            for (int other : draft.missions) {
                if (one == other || sameMission(one, other)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Operations and arrests that name the same group within a few lines are one. */
    private static boolean sameGroup(Telling telling, Draft draft) {
        boolean forces = draft.type == EventType.COUNTERTERRORISM_OPERATION || draft.type == EventType.ARREST;
        return forces
                && draft.line.number() - telling.lastLine() <= GROUP_REACH
                && telling.drafts().stream()
                        .anyMatch(one -> one.roles.keySet().stream().anyMatch(draft.roles::containsKey));
    }

    /** The embassy and its staff are one target; so are a named mission and one left open. */
    private boolean sameMission(int one, int other) {
        var first = cast.mission(one);
        var second = cast.mission(other);
        boolean sender =
                first.sendingState().isPresent() && Objects.equals(first.sendingState(), second.sendingState());
        boolean city = first.city().isEmpty()
                || second.city().isEmpty()
                || first.city().equals(second.city());
        boolean open = first.sendingState().isEmpty() || second.sendingState().isEmpty();
        return city && (sender || open);
    }

    /** A draft without a target of its own belongs to the sentence it stands in, or to what it points back at. */
    private static boolean refersTo(Telling telling, Draft draft) {
        boolean sameLine = telling.lastLine() == draft.line.number();
        if (sameLine && isInserted(telling, draft)) {
            return false;
        }
        boolean oneOpen = telling.missions().isEmpty() || draft.missions.isEmpty();
        if (!oneOpen) {
            return false;
        }
        if (sameLine) {
            return compatible(telling.means(), draft.means) || harm(draft) || harm(telling.first());
        }
        if (!draft.missions.isEmpty()) {
            return telling.missions().isEmpty() && Telling.pointsBack(draft) && telling.nominal();
        }
        int distance = draft.line.number() - telling.lastLine();
        if (Telling.pointsBack(draft)) {
            return compatible(telling.means(), draft.means) || distance <= 2;
        }
        return harm(draft) && distance == 1 && draft.line.hits().size() <= 3 && draft.roles.isEmpty();
    }

    /** A verb of killing or wounding tells the harm of an attack as often as an attack of its own. */
    private static boolean harm(Draft draft) {
        return draft.type == EventType.ATTACK
                && draft.trigger.need() == Trigger.Need.PERSON
                && draft.trigger.frame() == Trigger.Frame.VERB;
    }

    private static boolean compatible(Means one, Means other) {
        return one == other || one == Means.UNKNOWN || other == Means.UNKNOWN || (bombs(one) && bombs(other));
    }

    private static boolean bombs(Means means) {
        return means == Means.IED || means == Means.VEHICLE_BOMB || means == Means.SUICIDE;
    }
}
