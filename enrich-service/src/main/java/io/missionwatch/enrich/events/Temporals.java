package io.missionwatch.enrich.events;

import static io.missionwatch.enrich.events.words.WordClass.BACKGROUND_CUE;
import static io.missionwatch.enrich.events.words.WordClass.BACK_ADJECTIVE;
import static io.missionwatch.enrich.events.words.WordClass.BE;
import static io.missionwatch.enrich.events.words.WordClass.CALAMITY;
import static io.missionwatch.enrich.events.words.WordClass.DETERMINER;
import static io.missionwatch.enrich.events.words.WordClass.GRIEVANCE;
import static io.missionwatch.enrich.events.words.WordClass.LIKENING;
import static io.missionwatch.enrich.events.words.WordClass.OCCASION;
import static io.missionwatch.enrich.events.words.WordClass.PRESENT;
import static io.missionwatch.enrich.events.words.WordClass.RELATIVE;
import static io.missionwatch.enrich.events.words.WordClass.REPORT;
import static io.missionwatch.enrich.events.words.WordClass.SENTENCE;
import static io.missionwatch.enrich.events.words.WordClass.WORK;

import io.missionwatch.enrich.events.facets.EventType;
import io.missionwatch.enrich.events.facets.Modality;
import io.missionwatch.enrich.events.facets.Temporal;
import io.missionwatch.enrich.events.time.TimeExpression;
import io.missionwatch.enrich.events.time.TimeRelation;
import io.missionwatch.enrich.events.words.Trigger;
import io.missionwatch.enrich.events.words.WordClass;
import java.util.Optional;

/** Reads how an event stands in time to its article: by the time expression that dates it, else by tense and company. */
final class Temporals {

    private static final int AFTER_REACH = 14;
    /** From what befell a people to its year. */
    private static final int OTHERS_REACH = 6;
    /** From where a bomb was put to what became of it. */
    private static final int BEHIND = 24;

    private static final int CUE_REACH = 10;
    private static final int OCCASION_REACH = 3;
    private static final int GRIEVANCE_REACH = 7;
    private static final int TOPIC_REACH = 5;
    private static final int PRESENT_REACH = 3;

    private Temporals() {}

    static void read(Draft draft, Stage stage) {
        boolean retrospect = served(draft) || isTopic(draft) || !draft.clause.participle() && cue(draft);
        var expression = retrospect ? Optional.<TimeExpression>empty() : dating(draft);
        expression.ifPresent(time -> dated(draft, time));
        if (!retrospect && !draft.dated) {
            stage.landmarks().dating(draft).ifPresent(time -> dated(draft, time));
        }
        if (!retrospect && !draft.dated && !undated(draft) && stage.retrospective()) {
            draft.is(Temporal.BACKGROUND, "retrospective", 0);
        }
        if (draft.temporal == Temporal.CURRENT && draft.modality == Modality.PLANNED) {
            draft.is(Temporal.FUTURE, "planned", draft.hit().first());
        }
        imminent(draft);
    }

    /** "An attack may be imminent": it has not come. */
    private static void imminent(Draft draft) {
        var line = draft.line;
        for (int at = draft.hit().end(); at < draft.clause.end(); at++) {
            boolean predicate = line.word(at).equals("imminent")
                    && (line.word(at - 1).equals("be")
                            || line.word(at - 1).equals("is")
                            || line.word(at - 1).equals("was"));
            if (predicate && draft.temporal == Temporal.CURRENT) {
                draft.is(Temporal.FUTURE, "imminent", at);
            }
        }
    }

    private static void dated(Draft draft, TimeExpression expression) {
        var relation = expression.relation();
        int at = expression.first();
        draft.occurred = expression.when();
        draft.dated = relation != TimeRelation.OPEN;
        draft.series = relation == TimeRelation.SPAN || relation == TimeRelation.SINCE_LANDMARK;
        if (relation.isBackground()) {
            draft.is(Temporal.BACKGROUND, expression.reason(), at);
        } else if (relation == TimeRelation.ONGOING) {
            draft.is(Temporal.DEVELOPING, expression.reason(), at);
        } else if (relation == TimeRelation.FUTURE) {
            draft.is(Temporal.FUTURE, expression.reason(), at);
        } else if (relation == TimeRelation.RECENT) {
            draft.is(Temporal.CURRENT, expression.reason(), at);
        }
    }

    /** The expression that dates a draft: one that looks right at it, else the nearest of its clause, else the sentence's first. */
    private static Optional<TimeExpression> dating(Draft draft) {
        var line = draft.line;
        int first = draft.hit().first();
        TimeExpression best = null;
        int nearest = Integer.MAX_VALUE;
        for (var expression : line.times()) {
            boolean comes = expression.relation() == TimeRelation.FUTURE && told(draft);
            boolean others = line.leftOf(expression.first(), CALAMITY, OTHERS_REACH) > first;
            boolean aside = counts(line, expression) || Insertions.part(line, expression.first(), first);
            if (comes
                    || others
                    || isUnknown(line, expression)
                    || aside
                    || expression.relation().isLandmark()) {
                continue;
            }
            if (expression.looksRight()) {
                if (expression.end() <= first && first - expression.end() <= AFTER_REACH) {
                    return Optional.of(longAgo(line, expression).orElse(expression));
                }
                continue;
            }
            if (opensClause(draft, expression)) {
                return Optional.of(expression);
            }
            int distance = distance(draft, expression);
            if (distance < nearest) {
                nearest = distance;
                best = expression;
            }
        }
        return Optional.ofNullable(best);
    }

    /** "for the sixth time in the past month": how often, and not when. */
    private static boolean counts(Line line, TimeExpression expression) {
        return line.leftOf(expression.first(), OCCASION, OCCASION_REACH) >= 0;
    }

    /** "a previously unknown group": says when of no deed. */
    private static boolean isUnknown(Line line, TimeExpression expression) {
        return line.word(expression.end()).startsWith("un")
                && line.word(expression.first()).endsWith("ly");
    }

    /** "in 1984, when it riddled the embassy with bullets". */
    private static boolean opensClause(Draft draft, TimeExpression expression) {
        int opener = draft.clause.first() - 1;
        boolean close = expression.end() == opener
                || expression.end() == opener - 1 && draft.line.word(opener - 1).equals(",");
        return draft.line.word(opener).equals("when") && close;
    }

    /** "in April 1975, days after": what is near to the distant past is as distant. */
    private static Optional<TimeExpression> longAgo(Line line, TimeExpression distance) {
        return line.times().stream()
                .filter(other -> other.end() <= distance.first() && other.relation() == TimeRelation.PAST)
                .findFirst();
    }

    /** What a verb of the past asserts is not to come, nor is a warning or a threat, whatever else the sentence dates. */
    private static boolean told(Draft draft) {
        if (draft.type == EventType.WARNING || draft.type == EventType.THREAT) {
            return draft.modality == Modality.ASSERTED;
        }
        return !draft.isNominal()
                && draft.modality == Modality.ASSERTED
                && (draft.clause.participle()
                        || draft.line.word(draft.hit().first()).endsWith("t"));
    }

    /** "closed its embassy", "the attack"; not "has closed", "is closing", "closes". */
    static boolean isPast(Draft draft) {
        int first = draft.hit().first();
        return draft.isNominal() || told(draft) && draft.line.leftOf(first, PRESENT, PRESENT_REACH) < 0;
    }

    /** Farther the more stands between; expressions of other clauses do not count, but one that opens the sentence does. */
    static int distance(Draft draft, TimeExpression expression) {
        boolean before = expression.end() <= draft.hit().first();
        int from = before ? expression.end() : draft.hit().end();
        int to = before ? draft.hit().first() : expression.first();
        boolean opensSentence = before && expression.first() <= 5;
        int distance = Math.max(0, to - from);
        for (int at = from; at < to; at++) {
            if (draft.line.partsClauses(at)
                    || draft.line.isStop(at)
                    || draft.line.word(at).equals("since") && at + 1 < to) {
                return opensSentence && !draft.line.isStop(at) ? distance + 100 : Integer.MAX_VALUE;
            }
            if (!before && expression.relation().isBackground() && isGrievance(draft, at)) {
                return Integer.MAX_VALUE;
            }
            if (draft.line.is(at, REPORT)) {
                distance += 20;
            }
            if (draft.line.word(at).equals(",")) {
                distance += 3;
            }
            if (before && draft.line.is(at, RELATIVE) && !draft.line.word(at).equals("that")) {
                distance += 20;
            }
        }
        boolean ofSpeech =
                draft.line.is(expression.first() - 1, REPORT) || draft.line.is(expression.first() - 2, REPORT);
        return ofSpeech && expression.relation() == TimeRelation.RECENT ? distance + 15 : distance;
    }

    /** "in revenge for the attacks of 1915": what follows is the other deed's date. */
    private static boolean isGrievance(Draft draft, int at) {
        var line = draft.line;
        return line.is(at, GRIEVANCE) && line.triggerWithin(at + 1, GRIEVANCE_REACH);
    }

    /** Company that tells of the past without a date. */
    private static boolean undated(Draft draft) {
        return adjective(draft) || cue(draft) || since(draft) || pastPerfect(draft) || Series.tells(draft);
    }

    private static boolean adjective(Draft draft) {
        int first = draft.hit().first();
        boolean old = draft.line.word(first - 1).equals("old")
                && draft.line.word(first - 2).equals("-");
        int at = old ? first - 1 : draft.line.leftOf(first, BACK_ADJECTIVE, 3);
        if (at < 0 || !draft.isNominal()) {
            return false;
        }
        draft.is(Temporal.BACKGROUND, "past-adjective", at);
        return true;
    }

    /** "eighteen years for opening fire on the embassy": what somebody sits for. */
    private static boolean served(Draft draft) {
        int before = draft.hit().first() - 1;
        int at = draft.line.is(before, DETERMINER) ? before - 1 : before;
        if (!draft.line.word(at).equals("for") || !draft.line.is(at - 1, SENTENCE)) {
            return false;
        }
        draft.is(Temporal.BACKGROUND, "sentence-served", at);
        return true;
    }

    /** "a book about the hostage crisis". */
    private static boolean isTopic(Draft draft) {
        int first = draft.hit().first();
        for (int at = first - 1; draft.isNominal() && at >= Math.max(1, first - TOPIC_REACH); at--) {
            if (draft.line.word(at).equals("about") && draft.line.is(at - 1, WORK)) {
                draft.is(Temporal.BACKGROUND, "topic", at);
                return true;
            }
        }
        return false;
    }

    private static boolean cue(Draft draft) {
        int first = draft.hit().first();
        int at = draft.line.leftOf(first, BACKGROUND_CUE, CUE_REACH);
        if (at < 0 || at < draft.clause.first()) {
            return false;
        }
        draft.is(Temporal.BACKGROUND, "retrospect", at);
        return true;
    }

    /** "the first such attack since the bombing of the embassy", "like the attack on the consulate". */
    private static boolean since(Draft draft) {
        if (!draft.isNominal()) {
            return false;
        }
        for (int at = draft.hit().first() - 1; at >= Math.max(0, draft.hit().first() - 6); at--) {
            if (draft.line.is(at, LIKENING)) {
                draft.is(Temporal.BACKGROUND, "since", at);
                return true;
            }
            if (draft.line.is(at, BE) || draft.line.isPunctuation(at)) {
                return false;
            }
        }
        return false;
    }

    /** "had been rammed that morning", "earlier in the day": of the day that the story is about. */
    private static boolean thatDay(Draft draft) {
        for (int at = draft.clause.first(); at < draft.clause.end(); at++) {
            boolean of = draft.line.is(at, WordClass.POINTING)
                    && !draft.line.word(at).equals("the");
            if (of && draft.line.is(at + 1, WordClass.DAY)) {
                return true;
            }
        }
        return false;
    }

    /** The past perfect tells what was before the story, unless somebody reports it as the story; not how a bomb came to be there. */
    private static boolean pastPerfect(Draft draft) {
        boolean planted = draft.trigger.frame() == Trigger.Frame.THROW
                && draft.line.triggerWithin(draft.hit().end(), BEHIND);
        boolean just = draft.line.word(draft.hit().first() - 1).equals("just");
        if (planted
                || just
                || thatDay(draft)
                || draft.isNominal()
                || !draft.clause.pastPerfect()
                || draft.line.anyOf(REPORT, 0, draft.line.size())) {
            return false;
        }
        draft.is(Temporal.BACKGROUND, "past-perfect", draft.hit().first());
        return true;
    }
}
