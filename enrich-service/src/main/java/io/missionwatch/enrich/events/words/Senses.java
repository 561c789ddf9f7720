package io.missionwatch.enrich.events.words;

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

    private final Map<String, Company> companies = new HashMap<>();

    /** The words that spoil one trigger word, by where they stand. */
    record Company(Set<String> left, Set<String> before, Set<String> right, Set<String> far) {

        /** Of a word that nothing spoils. */
        static final Company NONE = new Company(Set.of(), Set.of(), Set.of(), Set.of());

        static Company empty() {
            return new Company(new HashSet<>(), new HashSet<>(), new HashSet<>(), new HashSet<>());
        }

        boolean anyAfter() {
            return !right.isEmpty() || !far.isEmpty();
        }

        Set<String> side(String name) {
            return switch (name) {
                case "left" -> left;
                case "before" -> before;
                case "right" -> right;
                case "far" -> far;
                default -> throw new IllegalStateException("No side of a trigger: " + name);
            };
        }
    }

    private Senses() {}

    static Senses of(List<List<String>> rows) {
        var senses = new Senses();
        for (var row : rows) {
            for (var trigger : row.get(2).split(" ", -1)) {
                senses.companies
                        .computeIfAbsent(trigger, t -> Company.empty())
                        .side(row.get(0))
                        .addAll(List.of(row.get(1).split(" ", -1)));
            }
        }
        return senses;
    }

    /** The trigger words that something spoils. */
    Set<String> listed() {
        return companies.keySet();
    }

    Company companyOf(String word) {
        return companies.getOrDefault(word, Company.NONE);
    }

    /**
     * The trigger stands in company that spoils it: the word before or one of the six before, one of the three after or of the six
     * after up to the first mission. The three after a phrase of several words spoil nothing: it says what it means.
     *
     * @param isMission whether the token with an index is part of a mission
     */
    public static boolean spoils(TriggerHit hit, Wording words, IntPredicate isMission) {
        var first = words.company(hit.first());
        var last = words.company(hit.end() - 1);
        return left(hit, first.left(), words)
                || before(hit, first.before(), words)
                || last.anyAfter() && after(hit, last, words, isMission);
    }

    /** The word before a trigger, also over the hyphen of "counter-attack". */
    private static boolean left(TriggerHit hit, Set<String> left, Wording words) {
        if (left.isEmpty()) {
            return false;
        }
        int before = hit.first() - 1;
        int beside = before > 0 && words.token(before).is("-") ? before - 1 : before;
        return beside >= 0 && left.contains(words.token(beside).lower());
    }

    private static boolean before(TriggerHit hit, Set<String> before, Wording words) {
        int end = before.isEmpty() ? hit.first() : Math.max(0, hit.first() - FAR);
        for (int at = hit.first() - 1; at >= end; at--) {
            if (before.contains(words.token(at).lower())) {
                return true;
            }
            if (words.token(at).isPunctuation()) {
                return false;
            }
        }
        return false;
    }

    private static boolean after(TriggerHit hit, Company company, Wording words, IntPredicate isMission) {
        int near = hit.end() - hit.first() > 1 ? hit.end() : hit.end() + NEAR;
        for (int at = hit.end(); at < Math.min(words.size(), hit.end() + FAR); at++) {
            var word = words.token(at);
            if (company.far().contains(word.lower())
                    || (at < near && company.right().contains(word.lower()))) {
                return true;
            }
            if (word.isPunctuation() || isMission.test(at)) {
                return false;
            }
        }
        return false;
    }
}
