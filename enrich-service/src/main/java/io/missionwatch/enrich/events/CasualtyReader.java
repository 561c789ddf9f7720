package io.missionwatch.enrich.events;

import static io.missionwatch.enrich.events.words.WordClass.BE;
import static io.missionwatch.enrich.events.words.WordClass.KILLED_NOUN;
import static io.missionwatch.enrich.events.words.WordClass.KILLED_VERB;
import static io.missionwatch.enrich.events.words.WordClass.MANY_PEOPLE;
import static io.missionwatch.enrich.events.words.WordClass.NOBODY;
import static io.missionwatch.enrich.events.words.WordClass.ONE_OF;
import static io.missionwatch.enrich.events.words.WordClass.PEOPLE;
import static io.missionwatch.enrich.events.words.WordClass.SELF;
import static io.missionwatch.enrich.events.words.WordClass.WOUNDED_NOUN;
import static io.missionwatch.enrich.events.words.WordClass.WOUNDED_VERB;

import io.missionwatch.enrich.events.facets.Casualties;
import io.missionwatch.enrich.events.facets.Count;
import io.missionwatch.enrich.events.facets.EventType;
import io.missionwatch.enrich.events.words.WordClasses;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the people killed and wounded that a line tells of, with the bounds that it gives. */
final class CasualtyReader {

    private static final WordClasses CASUALTY = WordClasses.of(KILLED_VERB, KILLED_NOUN, WOUNDED_VERB, WOUNDED_NOUN);
    private static final Set<String> UNCOUNTED = Set.of(
            "years",
            "year",
            "year-old",
            "percent",
            "%",
            "a.m",
            "p.m",
            "am",
            "pm",
            "km",
            "kg",
            "days",
            "hours",
            "minutes",
            "weeks",
            "months",
            "metres",
            "meters",
            "miles",
            "attacks",
            "bombs",
            "gunmen",
            "attackers",
            "-",
            "/");
    private static final int LEFT_REACH = 9;
    private static final int RIGHT_REACH = 5;

    private final Line line;

    private CasualtyReader(Line line) {
        this.line = line;
    }

    /** All that the line tells. */
    static Casualties read(Line line) {
        if (!line.hasAny(CASUALTY)) {
            return Casualties.UNTOLD;
        }
        var reader = new CasualtyReader(line);
        var all = Casualties.UNTOLD;
        for (int at = 0; at < line.size(); at++) {
            if (line.isAny(at, CASUALTY)) {
                all = all.and(reader.of(at));
            }
        }
        return all;
    }

    /** Gives what the line tells to its drafts: to each the harm that is told nearest after it. */
    static void share(Line line, List<Draft> drafts) {
        if (drafts.isEmpty() || !line.hasAny(CASUALTY)) {
            return;
        }
        var violent = drafts.stream().filter(CasualtyReader::harms).toList();
        if (violent.isEmpty()) {
            return;
        }
        var reader = new CasualtyReader(line);
        for (int at = 0; at < line.size(); at++) {
            if (line.isAny(at, CASUALTY)) {
                var draft = nearest(violent, at);
                draft.casualties = draft.casualties.and(reader.of(at));
            }
        }
    }

    private static boolean harms(Draft draft) {
        return draft.type == EventType.ATTACK
                || draft.type == EventType.ATTACK_FOILED
                || draft.type == EventType.COUNTERTERRORISM_OPERATION;
    }

    private static Draft nearest(List<Draft> drafts, int at) {
        var nearest = drafts.get(0);
        for (var draft : drafts) {
            if (draft.hit().first() <= at) {
                nearest = draft;
            }
        }
        return nearest;
    }

    private Casualties of(int at) {
        boolean killed = line.isAny(at, KILLED_VERB, KILLED_NOUN);
        boolean wounded = line.isAny(at, WOUNDED_VERB, WOUNDED_NOUN);
        var count = count(at);
        return new Casualties(
                killed || (none(count) && both(at)) ? count : Optional.empty(), wounded ? count : Optional.empty());
    }

    private static boolean none(Optional<Count> count) {
        return count.filter(c -> c.max().orElse(1) == 0).isPresent();
    }

    private boolean both(int at) {
        return line.word(at).startsWith("casualt")
                || line.word(at).equals("hurt")
                || line.word(at).equals("injured");
    }

    private Optional<Count> count(int at) {
        if (line.is(at, KILLED_VERB) && reflexive(at)) {
            return Optional.empty();
        }
        if (nobody(at)) {
            return Optional.of(Count.exactly(0));
        }
        boolean passive = line.is(at - 1, BE)
                || line.is(at - 2, BE)
                || line.word(at).equals("dead")
                || line.word(at).startsWith("die");
        boolean noun = line.isAny(at, KILLED_NOUN, WOUNDED_NOUN) && !line.is(at, WOUNDED_VERB);
        if (passive || noun) {
            return left(at).or(() -> passive ? one(at) : Optional.empty());
        }
        return right(at).or(() -> left(at)).or(() -> object(at));
    }

    private boolean reflexive(int at) {
        return line.word(at + 1).endsWith("self") || line.word(at + 1).endsWith("selves");
    }

    private boolean nobody(int at) {
        for (int left = at - 1; left >= Math.max(0, at - 5); left--) {
            if (line.is(left, NOBODY) || (line.word(left).equals("not") && line.is(left - 1, BE))) {
                return true;
            }
            if (line.isStop(left)
                    || (Numbers.isNumber(line, left) && !line.word(left).equals("one"))) {
                return false;
            }
        }
        return false;
    }

    /** "eight people were killed", "20 others wounded"; a number that an earlier verb has taken is not taken again. */
    private Optional<Count> left(int at) {
        for (int left = at - 1; left >= Math.max(0, at - LEFT_REACH); left--) {
            if (Numbers.isNumber(line, left) && countsPeople(left, at)) {
                int number = left;
                return Numbers.at(line, left).map(count -> plusCoordinated(count, number, at));
            }
            boolean shared = line.isAny(left, CASUALTY) && left < at - 2;
            if (line.isStop(left) || shared || (line.word(left).equals(",") && left < at - 4)) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** A number before a unit, an age or a percent sign counts no people. */
    private boolean countsPeople(int at, int before) {
        var next = line.word(at + 1);
        return at < before && !UNCOUNTED.contains(next) && !line.isTime(at);
    }

    /** "killing two staff and four visa-seekers" adds up; "killed four and wounded six" does not. */
    private Optional<Count> right(int at) {
        for (int right = at + 1; right <= Math.min(line.size() - 1, at + RIGHT_REACH); right++) {
            if (Numbers.isNumber(line, right) && countsPeople(right, line.size())) {
                int from = right;
                return Numbers.at(line, right).map(count -> plusCoordinated(count, from, line.size()));
            }
            if (line.isStop(right)
                    || line.word(right).equals(",")
                    || line.word(right).equals("by")) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    private Count plusCoordinated(Count count, int at, int end) {
        for (int next = at + 1; next < Math.min(end, at + 7); next++) {
            boolean second = line.word(next - 1).equals("and") && Numbers.isNumber(line, next);
            if (second && !line.isAny(next + 1, CASUALTY) && countsPeople(next, end) && !casualtyNear(next)) {
                return Numbers.at(line, next).map(other -> sum(count, other)).orElse(count);
            }
            if (line.isAny(next, CASUALTY) || line.isPunctuation(next)) {
                return count;
            }
        }
        return count;
    }

    /** "killed two and 14 others were injured": the second number belongs to the second verb. */
    private boolean casualtyNear(int number) {
        for (int at = number + 1; at < Math.min(line.size(), number + 6); at++) {
            if (line.isAny(at, WOUNDED_VERB, KILLED_VERB) && !line.word(at).endsWith("ing")) {
                return true;
            }
            if (line.isPunctuation(at)) {
                return false;
            }
        }
        return false;
    }

    private static Count sum(Count one, Count other) {
        boolean closed = one.max().isPresent() && other.max().isPresent();
        int min = one.min() + other.min();
        return closed ? Count.between(min, one.max().getAsInt() + other.max().getAsInt()) : Count.atLeast(min);
    }

    /** "a soldier was wounded": one, where the subject is one person. */
    private Optional<Count> one(int at) {
        for (int left = at - 1; left >= Math.max(0, at - LEFT_REACH); left--) {
            if (line.word(left).equals("a")
                    || line.word(left).equals("an")
                    || line.word(left).equals("another")) {
                return person(left, at) ? Optional.of(Count.exactly(1)) : Optional.empty();
            }
            if (line.word(left).equals("the") && line.is(left + 1, PEOPLE)) {
                return isOne(left + 1) ? Optional.of(Count.exactly(1)) : Optional.empty();
            }
            if (line.isStop(left)) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** "the driver", not "the drivers", "the police", nor "the bomber" who meant to die. */
    private boolean isOne(int person) {
        return !line.word(person).endsWith("s") && !line.isAny(person, MANY_PEOPLE, SELF);
    }

    private Optional<Count> object(int at) {
        boolean article = line.is(at + 1, ONE_OF)
                && !line.is(at + 2, MANY_PEOPLE)
                && !line.word(at + 2).endsWith("s");
        return article && person(at + 1, at + 6) ? Optional.of(Count.exactly(1)) : Optional.empty();
    }

    private boolean person(int from, int to) {
        for (int at = from; at < Math.min(to, line.size()); at++) {
            if (line.is(at, PEOPLE) && !line.is(at, SELF)) {
                return true;
            }
        }
        return false;
    }
}
