package io.missionwatch.enrich.events;

import static io.missionwatch.enrich.events.words.WordClass.CANNOT;
import static io.missionwatch.enrich.events.words.WordClass.CONFIRM;
import static io.missionwatch.enrich.events.words.WordClass.HEARSAY;
import static io.missionwatch.enrich.events.words.WordClass.INDEPENDENT;
import static io.missionwatch.enrich.events.words.WordClass.OFFICIAL;
import static io.missionwatch.enrich.events.words.WordClass.RELATIVE;
import static io.missionwatch.enrich.events.words.WordClass.REPORT;
import static io.missionwatch.enrich.events.words.WordClass.SAYS_SO;
import static io.missionwatch.enrich.events.words.WordClass.SOURCE;
import static io.missionwatch.enrich.events.words.WordClass.VERIFY;

import io.missionwatch.enrich.events.facets.Role;
import io.missionwatch.enrich.events.facets.Verification;
import java.util.Optional;
import java.util.Set;

/** Reads who stands behind what a line tells, and how surely. */
final class Sources {

    private static final Set<String> JOINS = Set.of("-", "'", ".", "&");

    private final Cast cast;

    Sources(Cast cast) {
        this.cast = cast;
    }

    /** The words that say that what was told could not be verified. */
    static boolean unverified(Line line) {
        if (!line.has(VERIFY) && !line.has(INDEPENDENT)) {
            return false;
        }
        for (int at = 0; at < line.size(); at++) {
            boolean verify = line.is(at, VERIFY) || line.is(at, CONFIRM) && independent(line, at);
            if (verify) {
                for (int left = at - 1; left >= Math.max(0, at - 8); left--) {
                    if (line.is(left, CANNOT) || line.word(left).endsWith("n't")) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private static boolean independent(Line line, int at) {
        return line.is(at - 1, INDEPENDENT) || line.is(at + 1, INDEPENDENT);
    }

    void read(Draft draft) {
        var line = draft.line;
        int report = reporting(line, draft);
        int hearsay = hearsay(draft);
        if (report >= 0) {
            attribute(draft, report);
        }
        if (hearsay >= 0 && draft.verification != Verification.DENIED) {
            draft.is(Verification.ALLEGED, "hearsay", hearsay);
        }
    }

    private static int hearsay(Draft draft) {
        var line = draft.line;
        if (!line.has(HEARSAY)) {
            return -1;
        }
        for (int at = Math.max(draft.clause.first() - 2, draft.hit().first() - 8);
                at < draft.hit().first() + 1;
                at++) {
            if (line.is(at, HEARSAY) && !line.word(at - 1).equals("no")) {
                return at;
            }
        }
        return -1;
    }

    private static int reporting(Line line, Draft draft) {
        int best = -1;
        for (int at = 0; line.has(REPORT) && at < line.size(); at++) {
            if (line.word(at).equals("according") && line.word(at + 1).equals("to")) {
                return at;
            }
            if (line.is(at, REPORT) && !inside(draft, at)) {
                if (best < 0
                        || Math.abs(at - draft.hit().first())
                                < Math.abs(best - draft.hit().first())) {
                    best = at;
                }
            }
        }
        return best;
    }

    private static boolean inside(Draft draft, int at) {
        return at >= draft.hit().first() && at < draft.hit().end();
    }

    private void attribute(Draft draft, int report) {
        var line = draft.line;
        boolean accordingTo = line.word(report).equals("according");
        int from = accordingTo ? report + 2 : subjectStart(line, report);
        int to = accordingTo ? objectEnd(line, report + 2) : report;
        if (from >= to && !accordingTo) {
            from = report + 1;
            to = objectEnd(line, report + 1);
        }
        if (from >= to) {
            return;
        }
        draft.attribution = Optional.of(new Attribution(words(line, from, to), actorIn(line, from, to)));
        draft.reason("attribution", accordingTo ? "according-to" : "report-verb", report);
        speaker(draft, from, to);
        rank(draft, report, from, to);
    }

    private void rank(Draft draft, int report, int from, int to) {
        if (draft.verification == Verification.DENIED) {
            return;
        }
        var line = draft.line;
        boolean official = line.anyOf(OFFICIAL, from, to) || cast.anyForce(line, from, to);
        boolean source = line.anyOf(SOURCE, from, to);
        boolean armed = cast.anyArmed(line, from, to);
        if (line.is(report, CONFIRM)) {
            draft.is(Verification.CONFIRMED, "confirmed", report);
        } else if (armed && !official) {
            draft.is(Verification.PERPETRATOR_CLAIM, "group-says", report);
        } else if (source) {
            draft.is(Verification.ALLEGED, "source-says", report);
        } else if (official) {
            draft.is(Verification.OFFICIAL_CLAIM, "official-says", report);
        } else if (line.is(report, SAYS_SO)) {
            draft.is(Verification.ALLEGED, "somebody-says", report);
        }
    }

    private void speaker(Draft draft, int from, int to) {
        for (int at = from; at < to; at++) {
            if (draft.line.isActor(at)) {
                draft.has(draft.line.actor(at), Role.SPEAKER);
            }
        }
    }

    private static int subjectStart(Line line, int report) {
        int from = report;
        while (from > Math.max(0, report - 10) && !endsName(line, from - 1)) {
            from--;
        }
        return from;
    }

    private static int objectEnd(Line line, int from) {
        int to = from;
        while (to < Math.min(line.size(), from + 10)
                && !endsName(line, to)
                && !line.word(to).equals("that")) {
            to++;
        }
        return to;
    }

    private static boolean endsName(Line line, int at) {
        if (line.isPunctuation(at)) {
            return line.isStop(at) || !JOINS.contains(line.word(at));
        }
        return line.partsClauses(at)
                || line.is(at, RELATIVE)
                || line.word(at).equals("but")
                || line.word(at).equals("has")
                || line.word(at).equals("have");
    }

    private static String words(Line line, int from, int to) {
        var words = new StringBuilder();
        for (int at = from; at < to; at++) {
            if (at > from && !line.token(at - 1).touches(line.token(at))) {
                words.append(' ');
            }
            words.append(line.token(at).text());
        }
        return words.toString();
    }

    private Optional<String> actorIn(Line line, int from, int to) {
        for (int at = from; at < to; at++) {
            if (line.isActor(at)) {
                return Optional.of(cast.actorId(line.actor(at)));
            }
        }
        return Optional.empty();
    }
}
