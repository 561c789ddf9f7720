package io.missionwatch.enrich.events;

import static io.missionwatch.enrich.events.words.WordClass.DOUBT;
import static io.missionwatch.enrich.events.words.WordClass.REPORT;

import io.missionwatch.enrich.events.facets.EventType;
import io.missionwatch.enrich.events.facets.Modality;
import io.missionwatch.enrich.events.facets.Verification;
import io.missionwatch.enrich.events.words.Trigger;
import io.missionwatch.enrich.events.words.TriggerHit;
import io.missionwatch.enrich.events.words.WordClass;
import io.missionwatch.enrich.events.words.WordClasses;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Folds what is planned, foiled, threatened, warned of or denied into what plans, foils, threatens, warns or denies: "planning to
 * bomb the embassy" is one event, a plot.
 */
final class Governors {

    private static final int NEXT = 2;
    private static final int REACH = 12;
    private static final int PASSIVE_REACH = 14;
    private static final int FAR = 18;
    private static final int SACKED = 4;

    private final Line line;
    private final List<TriggerHit> hits;
    private final List<Optional<Draft>> drafts;
    private final Cast cast;

    Governors(Line line, List<Optional<Draft>> drafts, Cast cast) {
        this.line = line;
        this.cast = cast;
        this.hits = line.hits();
        this.drafts = drafts;
    }

    List<Draft> folded() {
        for (int i = hits.size() - 1; i >= 0; i--) {
            governor(i).ifPresent(this::fold);
        }
        var left = new ArrayList<Draft>();
        drafts.forEach(draft -> draft.ifPresent(left::add));
        return left;
    }

    private record Governed(int governor, int inner, Trigger reading) {}

    private Optional<Governed> governor(int i) {
        var reading = hits.get(i).governor();
        if (reading.isEmpty()) {
            return Optional.empty();
        }
        var clause = Clause.of(line, hits.get(i));
        int inner = clause.passive() >= 0 ? before(i) : after(i);
        return inner < 0 ? Optional.empty() : Optional.of(new Governed(i, inner, reading.get()));
    }

    private int after(int i) {
        int from = hits.get(i).end();
        int reach = leadsOn(from - 1) ? NEXT : reach(i);
        for (int j = i + 1; j < hits.size() && hits.get(j).first() - from <= reach; j++) {
            if (governable(i, j)) {
                return parted(from, hits.get(j).first())
                                || apart(i, from, hits.get(j).first())
                        ? -1
                        : j;
            }
        }
        return -1;
    }

    /** "ordered to", "tasked with": what is governed follows at once. */
    private boolean leadsOn(int last) {
        return line.word(last).equals("to") || line.word(last).equals("with");
    }

    private int reach(int i) {
        return switch (hits.get(i).readings().get(0).type()) {
            case DENIAL, WARNING -> FAR;
            default -> REACH;
        };
    }

    private int before(int i) {
        int to = hits.get(i).first();
        for (int j = i - 1; j >= 0 && to - hits.get(j).end() <= PASSIVE_REACH; j--) {
            if (governable(i, j)) {
                return parted(hits.get(j).end(), to) ? -1 : j;
            }
        }
        return after(i);
    }

    private boolean governable(int i, int j) {
        return drafts.get(j)
                .map(draft -> draft.type)
                .filter(type -> governable(i, type))
                .isPresent();
    }

    private boolean governable(int i, EventType type) {
        return switch (type) {
            case ATTACK, PLOT, THREAT, ATTACK_FOILED, EVACUATION, CLOSURE -> true;
            case PROTEST, RELOCATION, REOPENING -> callsOff(i);
            default -> false;
        };
    }

    private boolean callsOff(int i) {
        return hits.get(i).readings().get(0).type() == EventType.OTHER;
    }

    /** What is called off stands right after the words; "cancelled appointments due to threats" calls off no threat. */
    private boolean apart(int i, int from, int to) {
        if (!callsOff(i)) {
            return false;
        }
        for (int at = from; at < to; at++) {
            if (line.isAny(at, PREPOSITION)) {
                return true;
            }
        }
        return false;
    }

    private static final WordClasses PREPOSITION = WordClasses.of(
            WordClass.TARGET_PREPOSITION, WordClass.OTHER_PREPOSITION, WordClass.AGENT_PREPOSITION, WordClass.NEUTRAL);

    private boolean parted(int from, int to) {
        for (int at = from; at < to; at++) {
            if (line.isStop(at) || line.partsClauses(at) || (line.is(at, REPORT) && !line.is(at, DOUBT))) {
                return true;
            }
        }
        return false;
    }

    private void fold(Governed governed) {
        var inner = drafts.get(governed.inner()).orElseThrow();
        var type = governed.reading().type();
        if (type == EventType.DENIAL && isSacked(governed.governor())) {
            return;
        }
        if (type == EventType.DENIAL) {
            deny(governed, inner);
        } else if (type == EventType.OTHER) {
            inner.is(
                    Modality.NEGATED,
                    "called-off",
                    hits.get(governed.governor()).first());
        } else if (governs(type, inner.type) && !isOnlyKnown(governed, inner)) {
            drafts.set(governed.governor(), Optional.of(wrapped(governed, inner)));
            drafts.set(governed.inner(), Optional.empty());
        }
    }

    /** "a guard who had been dismissed in October": nothing is denied. */
    private boolean isSacked(int governor) {
        int first = hits.get(governor).first();
        return line.word(first).startsWith("dismiss")
                && line.is(first - 1, WordClass.BE)
                && (line.leftOf(first, WordClass.RELATIVE, SACKED) >= 0
                        || line.is(line.leftOf(first, WordClass.PEOPLE, SACKED), WordClass.PEOPLE));
    }

    /** "is aware of an explosion near its embassy": it has come. */
    private boolean isOnlyKnown(Governed governed, Draft inner) {
        var hit = hits.get(governed.governor());
        if (!line.is(hit.first(), WordClass.KNOWS)) {
            return false;
        }
        for (int at = hit.end(); at < inner.hit().first(); at++) {
            if (line.isAny(at, COMING)) {
                return false;
            }
        }
        return true;
    }

    private static final WordClasses COMING =
            WordClasses.of(WordClass.IMMINENT, WordClass.MAY, WordClass.WILL, WordClass.WOULD);

    /** What offices do is not plotted or threatened; the plot that is warned of stays a plot. */
    private static boolean governs(EventType outer, EventType inner) {
        return switch (outer) {
            case ATTACK_FOILED -> inner == EventType.ATTACK || inner == EventType.PLOT;
            case PLOT -> inner == EventType.ATTACK;
            case THREAT, WARNING -> inner == EventType.ATTACK || inner == EventType.THREAT;
            default -> false;
        };
    }

    private Draft wrapped(Governed governed, Draft inner) {
        var hit = hits.get(governed.governor());
        var outer = new Draft(line, hit, governed.reading(), Clause.of(line, hit));
        outer.means = inner.means;
        outer.cover(inner.first, inner.end);
        outer.missions.addAll(inner.missions);
        outer.reason("type", "governor", hit.first());
        outer.reasons.addAll(inner.reasons);
        if (outer.missions.isEmpty()) {
            DraftReader.tie(outer, new Participants(line).missions(outer.clause, governed.reading()));
        }
        if (line.is(inner.hit().first() - 1, WordClass.IMMINENT)) {
            outer.is(Modality.POSSIBLE, "possible", inner.hit().first() - 1);
        }
        if (outer.type == EventType.WARNING && isArmed(outer) && isOwnDeed(outer, inner)) {
            outer.type = EventType.THREAT;
            outer.reason("type", "warning-of-own-deed", hit.first());
        }
        return outer;
    }

    /** Who warns, the last actor named before the word, is an armed group. */
    private boolean isArmed(Draft warning) {
        int speaker = speaker(warning);
        return speaker >= 0 && cast.isArmed(line, speaker);
    }

    private int speaker(Draft warning) {
        int at = warning.hit().first() - 1;
        while (at >= warning.clause.first() && (!line.isActor(at) || line.isMission(at))) {
            at--;
        }
        return at >= warning.clause.first() ? at : -1;
    }

    /** "warned that they would strike", not "warned that Israel would" or "warned of a planned attack": nobody else is named for it. */
    private boolean isOwnDeed(Draft warning, Draft deed) {
        int actor = line.actor(speaker(warning));
        boolean announced = false;
        for (int at = warning.hit().end(); at < deed.hit().first(); at++) {
            boolean other = line.isActor(at) ? line.actor(at) != actor : line.is(at, WordClass.PERPETRATOR);
            if (other) {
                return false;
            }
            announced |= line.isAny(at, WordClass.WILL, WordClass.WOULD);
        }
        return announced;
    }

    /** Denied is that it happened, unless the words say that what is denied is to have done it. */
    private void deny(Governed governed, Draft inner) {
        var hit = hits.get(governed.governor());
        var denial = new Draft(line, hit, governed.reading(), Clause.of(line, hit));
        denial.reason("type", "governor", hit.first());
        denial.missions.addAll(inner.missions);
        denial.cover(inner.first, inner.end);
        drafts.set(governed.governor(), Optional.of(denial));
        if (authorship(hit.end(), inner.hit().first())) {
            return;
        }
        inner.is(Modality.NEGATED, "denied", hit.first());
        inner.is(Verification.DENIED, "denied", hit.first());
    }

    private boolean authorship(int from, int to) {
        for (int at = from; at <= to; at++) {
            switch (line.word(at)) {
                case "involvement",
                        "responsibility",
                        "role",
                        "behind",
                        "part",
                        "complicity",
                        "links",
                        "link",
                        "involved" -> {
                    return true;
                }
                default -> {
                    if (at < to && line.word(at).endsWith("ing") && at - from <= 2) {
                        return true;
                    }
                }
            }
        }
        return line.word(to).endsWith("ing") && to - from <= 1;
    }
}
