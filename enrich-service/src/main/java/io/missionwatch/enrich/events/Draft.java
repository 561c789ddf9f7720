package io.missionwatch.enrich.events;

import io.missionwatch.enrich.events.facets.Casualties;
import io.missionwatch.enrich.events.facets.EventType;
import io.missionwatch.enrich.events.facets.Means;
import io.missionwatch.enrich.events.facets.Modality;
import io.missionwatch.enrich.events.facets.Role;
import io.missionwatch.enrich.events.facets.Temporal;
import io.missionwatch.enrich.events.facets.Verification;
import io.missionwatch.enrich.events.time.Occurrence;
import io.missionwatch.enrich.events.words.Trigger;
import io.missionwatch.enrich.events.words.TriggerHit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** An event while it is being read: one trigger in one sentence, its facets filled in by one reader after another. */
final class Draft {

    final Line line;
    final Trigger trigger;
    final Clause clause;
    EventType type;
    Means means;
    Modality modality = Modality.ASSERTED;
    Temporal temporal = Temporal.CURRENT;
    boolean dated;
    /** Several events in one breath: "several attacks in recent months". */
    boolean series;

    Verification verification = Verification.CONFIRMED;
    Occurrence occurred = Occurrence.UNKNOWN;
    Casualties casualties = Casualties.UNTOLD;
    Optional<Attribution> attribution = Optional.empty();
    int first;
    int end;
    /** Indices of mission tags. */
    final TreeSet<Integer> missions = new TreeSet<>();
    /** Roles by index of actor tags. */
    final TreeMap<Integer, Role> roles = new TreeMap<>();
    /** Indices of place tags, the nearest first. */
    final List<Integer> places = new ArrayList<>();

    final List<Reason> reasons = new ArrayList<>();

    Draft(Line line, TriggerHit hit, Trigger trigger, Clause clause) {
        this.line = line;
        this.trigger = trigger;
        this.clause = clause;
        this.type = trigger.type();
        this.means = trigger.means();
        this.first = hit.first();
        this.end = hit.end();
    }

    TriggerHit hit() {
        return clause.hit();
    }

    boolean isNominal() {
        return trigger.frame() == Trigger.Frame.NOUN;
    }

    void reason(String facet, String code, int at) {
        reasons.add(new Reason(facet, code, line.word(at)));
    }

    void reason(String facet, String code) {
        reasons.add(new Reason(facet, code, ""));
    }

    void is(Modality value, String code, int at) {
        modality = value;
        reason("modality", code, at);
    }

    void is(Temporal value, String code, int at) {
        temporal = value;
        reason("temporal", code, at);
    }

    void is(Verification value, String code, int at) {
        verification = value;
        reason("verification", code, at);
    }

    void has(int actor, Role role) {
        roles.merge(actor, role, (one, other) -> one.compareTo(other) <= 0 ? one : other);
    }

    /** Tokens that the draft's evidence covers: the trigger and the missions it was tied to. */
    void cover(int from, int to) {
        first = Math.min(first, from);
        end = Math.max(end, to);
    }
}
