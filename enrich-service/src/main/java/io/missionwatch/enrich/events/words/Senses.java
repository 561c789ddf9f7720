package io.missionwatch.enrich.events.words;

import io.missionwatch.enrich.text.Token;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Company in which a trigger word tells no event: "heart attack", "attack on his record", "hit the box office". */
public final class Senses {

    private static final int REACH = 6;

    private final Map<String, Set<String>> left = new HashMap<>();
    private final Map<String, Set<String>> before = new HashMap<>();
    private final Map<String, Set<String>> right = new HashMap<>();

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
            default -> throw new IllegalStateException("No side of a trigger: " + name);
        };
    }

    /** The trigger stands in company that spoils it: the word before, one of the six words before, or of the six words after. */
    public boolean spoils(TriggerHit hit, List<Token> tokens) {
        var beside = left.get(tokens.get(hit.first()).lower());
        if (beside != null
                && hit.first() > 0
                && beside.contains(tokens.get(hit.first() - 1).lower())) {
            return true;
        }
        var subject = before.get(tokens.get(hit.first()).lower());
        for (int at = hit.first() - 1; subject != null && at >= Math.max(0, hit.first() - REACH); at--) {
            if (tokens.get(at).isPunctuation()) {
                break;
            }
            if (subject.contains(tokens.get(at).lower())) {
                return true;
            }
        }
        var after = right.get(tokens.get(hit.end() - 1).lower());
        if (after == null) {
            return false;
        }
        for (int at = hit.end(); at < Math.min(tokens.size(), hit.end() + REACH); at++) {
            if (tokens.get(at).isPunctuation()) {
                return false;
            }
            if (after.contains(tokens.get(at).lower())) {
                return true;
            }
        }
        return false;
    }
}
