package io.missionwatch.enrich.events.words;

import io.missionwatch.enrich.text.Token;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;

/** Company in which a trigger word tells no event: "heart attack", "attack on his record", "hit the box office". */
public final class Senses {

    private static final int NEAR = 3;
    private static final int FAR = 6;

    private final Map<String, Set<String>> left = new HashMap<>();
    private final Map<String, Set<String>> before = new HashMap<>();
    private final Map<String, Set<String>> right = new HashMap<>();
    private final Map<String, Set<String>> far = new HashMap<>();

    private Senses() {}

    static Senses of(List<List<String>> rows) {
        var senses = new Senses();
        for (var row : rows) {
            var side = senses.side(row.get(0));
            for (var trigger : row.get(2).split(" ", -1)) {
                side.computeIfAbsent(trigger, t -> new HashSet<>())
                        .addAll(List.of(row.get(1).split(" ", -1)));
            }
        }
        return senses;
    }

    private Map<String, Set<String>> side(String name) {
        return switch (name) {
            case "left" -> left;
            case "before" -> before;
            case "right" -> right;
            case "far" -> far;
            default -> throw new IllegalStateException("No side of a trigger: " + name);
        };
    }

    /**
     * The trigger stands in company that spoils it: the word before or one of the six before, one of the three after or of the six
     * after up to the first mission. The three after a phrase of several words spoil nothing: it says what it means.
     *
     * @param isMission whether the token with an index is part of a mission
     */
    public boolean spoils(TriggerHit hit, List<Token> tokens, IntPredicate isMission) {
        var first = tokens.get(hit.first()).lower();
        int beside = besideLeft(hit, tokens);
        if (beside >= 0 && has(left, first, tokens.get(beside))) {
            return true;
        }
        return before(hit, first, tokens) || after(hit, tokens, isMission);
    }

    /** The word before a trigger, also over the hyphen of "counter-attack". */
    private static int besideLeft(TriggerHit hit, List<Token> tokens) {
        int before = hit.first() - 1;
        return before > 0 && tokens.get(before).is("-") ? before - 1 : before;
    }

    private boolean before(TriggerHit hit, String first, List<Token> tokens) {
        if (!before.containsKey(first)) {
            return false;
        }
        for (int at = hit.first() - 1; at >= Math.max(0, hit.first() - FAR); at--) {
            if (has(before, first, tokens.get(at))) {
                return true;
            }
            if (tokens.get(at).isPunctuation()) {
                return false;
            }
        }
        return false;
    }

    private boolean after(TriggerHit hit, List<Token> tokens, IntPredicate isMission) {
        var last = tokens.get(hit.end() - 1).lower();
        int near = hit.end() - hit.first() > 1 ? hit.end() : hit.end() + NEAR;
        for (int at = hit.end(); at < Math.min(tokens.size(), hit.end() + FAR); at++) {
            if (has(far, last, tokens.get(at)) || (at < near && has(right, last, tokens.get(at)))) {
                return true;
            }
            if (tokens.get(at).isPunctuation() || isMission.test(at)) {
                return false;
            }
        }
        return false;
    }

    private static boolean has(Map<String, Set<String>> side, String trigger, Token beside) {
        return side.getOrDefault(trigger, Set.of()).contains(beside.lower());
    }
}
