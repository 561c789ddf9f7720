package io.missionwatch.enrich.events.time;

import io.missionwatch.enrich.events.time.TimeWords.Kind;
import java.util.Optional;

/** Times told by a turn of history that everybody knows of: after the takeover, since the fall of Kabul, in the wake of the coup. */
record Landmarks(Reading here) {

    private static final int REACH = 4;

    Optional<TimeExpression> at(int at) {
        if (!here.is(at, Kind.WAKE)) {
            return Optional.empty();
        }
        int from = at + 1 + here.value(at, Kind.WAKE);
        for (int end = from + 1; end <= from + REACH; end++) {
            if (isLandmark(from, end)) {
                var relation = here.is(at, Kind.SINCE) ? TimeRelation.SINCE_LANDMARK : TimeRelation.AFTER_LANDMARK;
                return Optional.of(here.expression(at, end, relation, Occurrence.UNKNOWN, "landmark"));
            }
            if (!mayStandBefore(end - 1)) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** "a coup" and "Monday's coup" are news: before one that is known stands no number and no time. */
    private boolean mayStandBefore(int at) {
        return here.has(at) && !here.token(at).isPunctuation() && (!here.maySpeakOfTime(at) || here.is(at, Kind.RULER));
    }

    /** The fall of prices is none; that of Kabul or of a government is, and so is the Russian invasion. */
    private boolean isLandmark(int from, int end) {
        if (here.is(end, Kind.NOT_LANDMARK)) {
            return false;
        }
        boolean ofSomebody = here.is(end, "of") || here.is(end, "by");
        return here.landmarkEnds(end, Kind.LANDMARK)
                || here.landmarkEnds(end, Kind.NAMED_LANDMARK)
                        && (names(from, end - 1) || ofSomebody && names(end + 1, end + REACH));
    }

    private boolean names(int from, int end) {
        for (int at = from; at < end && here.has(at); at++) {
            if (here.token(at).isCapitalised() || here.is(at, Kind.RULER)) {
                return true;
            }
            if (here.token(at).isPunctuation()) {
                return false;
            }
        }
        return false;
    }
}
