package io.missionwatch.enrich.events;

import io.missionwatch.enrich.events.time.TimeExpression;
import io.missionwatch.enrich.events.words.LanguagePack;
import io.missionwatch.enrich.events.words.TriggerHit;
import io.missionwatch.enrich.events.words.WordClass;
import io.missionwatch.enrich.events.words.WordClasses;
import io.missionwatch.enrich.events.words.Wording;
import io.missionwatch.enrich.text.Sentence;
import io.missionwatch.enrich.text.Token;
import java.util.List;
import java.util.Optional;

/**
 * One sentence as the event reader sees it: for each token its word classes and which mission, actor and place it is part of
 * (the tag's index, or -1), with the time expressions and trigger phrases of the sentence.
 */
final class Line {

    static final int NOBODY = -1;

    private final int number;
    private final Sentence sentence;
    private final Wording words;
    /** Those of all its words: what none of them is need not be looked for. */
    private final WordClasses all;

    private final Cast cast;
    private final Dates dates;
    private final List<TriggerHit> hits;
    private final boolean freeOrder;
    private final Cast.Named named;
    /** Read when they are first asked for: of most lines they never are. */
    private Optional<List<TimeExpression>> times = Optional.empty();

    Line(int number, Sentence sentence, Wording words, Cast cast, Dates dates, LanguagePack pack) {
        this.number = number;
        this.sentence = sentence;
        this.words = words;
        this.all = words.classes();
        this.cast = cast;
        this.dates = dates;
        this.hits = pack.triggers().find(words);
        this.freeOrder = pack.freeOrder();
        this.named = cast.namedIn(sentence.firstToken(), sentence.endToken());
    }

    /** Its number among the lines of the article, from 0. */
    int number() {
        return number;
    }

    Sentence sentence() {
        return sentence;
    }

    Wording words() {
        return words;
    }

    List<TimeExpression> times() {
        if (times.isEmpty()) {
            times = Optional.of(dates.of(sentence, words));
        }
        return times.get();
    }

    List<TriggerHit> hits() {
        return hits;
    }

    /** What kinds of names it has: what it names none of need not be looked for. */
    Cast.Named names() {
        return named;
    }

    /** The index of the mission that a token is part of. */
    int mission(int at) {
        return cast.missionAt(sentence.firstToken() + at);
    }

    /** All missions that the phrase at a token names: two for "the French and German embassies". */
    List<Integer> missionsAt(int at) {
        return cast.missionsNamedAt(sentence.firstToken() + at);
    }

    int actor(int at) {
        return cast.actorAt(sentence.firstToken() + at);
    }

    int place(int at) {
        return cast.placeAt(sentence.firstToken() + at);
    }

    boolean isFreeOrder() {
        return freeOrder;
    }

    int size() {
        return words.size();
    }

    boolean has(int at) {
        return at >= 0 && at < words.size();
    }

    Token token(int at) {
        return words.token(at);
    }

    String word(int at) {
        return has(at) ? token(at).lower() : "";
    }

    /** Some word of the line is of the class. */
    boolean has(WordClass wordClass) {
        return all.has(wordClass);
    }

    /** Some word of the line is of one of the classes. */
    boolean hasAny(WordClasses any) {
        return all.overlap(any);
    }

    boolean is(int at, WordClass wordClass) {
        return has(at) && words.classes(at).has(wordClass);
    }

    boolean isAny(int at, WordClasses any) {
        return has(at) && words.classes(at).overlap(any);
    }

    boolean isAny(int at, WordClass one, WordClass other) {
        return is(at, one) || is(at, other);
    }

    /** The token is part of a time expression. */
    boolean isTime(int at) {
        for (var time : times()) {
            if (time.first() <= at && at < time.end()) {
                return true;
            }
        }
        return false;
    }

    /** A trigger phrase begins at one of the next tokens. */
    boolean triggerWithin(int from, int reach) {
        int next = hitFrom(from);
        return next < hits.size() && hits.get(next).first() < from + reach;
    }

    boolean triggers(int at) {
        int next = hitFrom(at);
        return next < hits.size() && hits.get(next).first() == at;
    }

    /** The number of the first trigger phrase from a token on. */
    private int hitFrom(int at) {
        int low = 0;
        int high = hits.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (hits.get(middle).first() < at) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    boolean isMission(int at) {
        return has(at) && mission(at) != NOBODY;
    }

    /** The first token of the mission that a token is part of. */
    int startOfMission(int at) {
        int start = at;
        while (isMission(start - 1) && mission(start - 1) == mission(at)) {
            start--;
        }
        return start;
    }

    /** The token after the last of the mission that a token is part of; the token itself where it is part of none. */
    int endOfMission(int at) {
        int end = at;
        while (isMission(end) && mission(end) == mission(at)) {
            end++;
        }
        return end;
    }

    boolean isActor(int at) {
        return has(at) && actor(at) != NOBODY;
    }

    boolean isPunctuation(int at) {
        return has(at) && token(at).isPunctuation();
    }

    /** Marks that part clauses; a hyphen, a quotation mark and an apostrophe do not. */
    boolean isStop(int at) {
        if (!isPunctuation(at)) {
            return false;
        }
        var mark = word(at);
        if (mark.length() > 1) {
            return mark.equals("--") || mark.equals("---") || mark.equals("...");
        }
        return switch (mark.charAt(0)) {
            case ';', ':', '\u2014', '?', '!', '\u2026' -> true;
            case '-' -> loose(at);
            default -> false;
        };
    }

    /** The mark of "the ambassador's home", "on Beirut's seafront", which is also short for a verb. */
    boolean isOwner(int at) {
        return word(at).equals("'s") && !is(at - 1, WordClass.PRONOUN);
    }

    /** A hyphen with blanks around it is a dash. */
    private boolean loose(int at) {
        return has(at - 1)
                && has(at + 1)
                && !token(at - 1).touches(token(at))
                && !token(at).touches(token(at + 1));
    }

    /** A word that opens another clause: "when", "after", "as"; not the "before" of "before dawn" nor the "as" of "such as". */
    boolean partsClauses(int at) {
        if (!is(at, WordClass.WHEN)) {
            return false;
        }
        if (word(at).equals("as")) {
            return !is(at - 1, WordClass.AS_BEFORE) && !is(at + 1, WordClass.AS_AFTER);
        }
        return !is(at + 1, WordClass.DAYTIME)
                && (at + 1 >= size() || !token(at + 1).isNumber());
    }

    /** A word of the class stands between two tokens, the second excluded. */
    boolean anyOf(WordClass wordClass, int from, int to) {
        int end = has(wordClass) ? Math.min(to, size()) : from;
        for (int at = Math.max(0, from); at < end; at++) {
            if (is(at, wordClass)) {
                return true;
            }
        }
        return false;
    }

    /** The nearest word of the class to the left of a token, at most so many words away, or -1. */
    int leftOf(int at, WordClass wordClass, int reach) {
        int end = has(wordClass) ? Math.max(0, at - reach) : at;
        for (int left = at - 1; left >= end; left--) {
            if (is(left, wordClass)) {
                return left;
            }
        }
        return -1;
    }

    /** The nearest word of the class from a token on, at most so many words away, or -1. */
    int rightOf(int at, WordClass wordClass, int reach) {
        int end = has(wordClass) ? Math.min(size(), at + reach) : at;
        for (int right = Math.max(0, at); right < end; right++) {
            if (is(right, wordClass)) {
                return right;
            }
        }
        return -1;
    }

    boolean endsAsQuestion() {
        for (int at = size() - 1; at >= Math.max(0, size() - 3); at--) {
            if (word(at).equals("?")) {
                return true;
            }
        }
        return false;
    }
}
