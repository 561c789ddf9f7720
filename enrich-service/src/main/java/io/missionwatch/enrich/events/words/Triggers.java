package io.missionwatch.enrich.events.words;

import io.missionwatch.enrich.events.facets.EventType;
import io.missionwatch.enrich.events.facets.Means;
import io.missionwatch.enrich.text.Token;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** All trigger phrases of one language, found by a look-up on their first word; the longest phrase at a place wins. */
public final class Triggers {

    private static final int WIDEST_GAP = 9;
    private static final String GAP = "~";

    private record Phrase(List<String> words, List<Trigger> readings, int gap) {
        Phrase(List<String> words, List<Trigger> readings) {
            this(List.copyOf(words), List.copyOf(readings), words.indexOf(GAP));
        }

        boolean hasGap() {
            return gap >= 0;
        }
    }

    private final Map<String, List<Phrase>> byFirstWord = new HashMap<>();
    private final Map<String, List<Phrase>> byFirstStem = new HashMap<>();

    private Triggers() {}

    static Triggers of(List<List<String>> rows) {
        var readings = new HashMap<List<String>, List<Trigger>>();
        for (var row : rows) {
            var trigger = new Trigger(
                    EventType.valueOf(row.get(0)),
                    Means.valueOf(row.get(1)),
                    Trigger.Frame.valueOf(row.get(2).toUpperCase(Locale.ROOT)),
                    need(row.get(3)));
            for (var form : row.get(4).split(", *", -1)) {
                for (var phrase : writtenOut(form)) {
                    readings.computeIfAbsent(phrase, p -> new ArrayList<>()).add(trigger);
                }
            }
        }
        var triggers = new Triggers();
        readings.forEach((words, meanings) -> triggers.add(new Phrase(words, meanings)));
        triggers.byFirstWord.values().forEach(phrases -> phrases.sort(LONGEST_FIRST));
        triggers.byFirstStem.values().forEach(phrases -> phrases.sort(LONGEST_FIRST));
        return triggers;
    }

    private void add(Phrase phrase) {
        var first = phrase.words().get(0);
        boolean stem = first.endsWith(Forms.STEM);
        (stem ? byFirstStem : byFirstWord)
                .computeIfAbsent(stem ? Forms.stem(first) : first, w -> new ArrayList<>())
                .add(phrase);
    }

    private static final Comparator<Phrase> LONGEST_FIRST = Comparator.comparing(
                    (Phrase phrase) -> -phrase.words().size())
            .thenComparing(phrase -> String.join(" ", phrase.words()));

    private static Trigger.Need need(String name) {
        return name.equals("-") ? Trigger.Need.NOTHING : Trigger.Need.valueOf(name.toUpperCase(Locale.ROOT));
    }

    private static List<List<String>> writtenOut(String form) {
        List<List<String>> phrases = List.of(List.of());
        for (var word : form.strip().split(" +", -1)) {
            var longer = new ArrayList<List<String>>();
            for (var phrase : phrases) {
                for (var variant : Forms.of(word)) {
                    var next = new ArrayList<>(phrase);
                    next.add(variant);
                    longer.add(next);
                }
            }
            phrases = longer;
        }
        return phrases;
    }

    /** The trigger phrases of a sentence from left to right; words inside the gap of one may be another's. */
    public List<TriggerHit> find(List<Token> tokens) {
        var hits = new ArrayList<TriggerHit>();
        int at = 0;
        while (at < tokens.size()) {
            var hit = hitAt(tokens, at);
            if (hit != null) {
                hits.add(hit);
                at = hit.hasGap() ? hit.gapFirst() : hit.end();
            } else {
                at++;
            }
        }
        return hits;
    }

    private TriggerHit hitAt(List<Token> tokens, int at) {
        var lower = tokens.get(at).lower();
        var hit = hitAt(byFirstWord.getOrDefault(lower, List.of()), tokens, at);
        for (int length = byFirstStem.isEmpty() ? 0 : lower.length(); length > 1; length--) {
            hit = longer(hit, hitAt(byFirstStem.getOrDefault(lower.substring(0, length), List.of()), tokens, at));
        }
        return hit;
    }

    private static TriggerHit longer(TriggerHit one, TriggerHit other) {
        return one == null || (other != null && other.end() > one.end()) ? other : one;
    }

    private static TriggerHit hitAt(List<Phrase> phrases, List<Token> tokens, int at) {
        for (var phrase : phrases) {
            var hit = phrase.hasGap() ? gapped(phrase, tokens, at) : plain(phrase, tokens, at);
            if (hit != null) {
                return hit;
            }
        }
        return null;
    }

    private static TriggerHit plain(Phrase phrase, List<Token> tokens, int at) {
        int end = matched(phrase.words(), tokens, at);
        return end < 0 ? null : new TriggerHit(at, end, end, end, phrase.readings());
    }

    private static TriggerHit gapped(Phrase phrase, List<Token> tokens, int at) {
        int tilde = phrase.gap();
        int gapFirst = matched(phrase.words().subList(0, tilde), tokens, at);
        if (gapFirst < 0) {
            return null;
        }
        var rest = phrase.words().subList(tilde + 1, phrase.words().size());
        for (int next = gapFirst; next < Math.min(tokens.size(), gapFirst + WIDEST_GAP + 1); next++) {
            int end = matched(rest, tokens, next);
            if (end > 0) {
                return new TriggerHit(at, end, gapFirst, next, phrase.readings());
            }
            if (next < tokens.size() && tokens.get(next).isPunctuation()) {
                return null;
            }
        }
        return null;
    }

    private static int matched(List<String> words, List<Token> tokens, int at) {
        if (at + words.size() > tokens.size()) {
            return -1;
        }
        for (int i = 0; i < words.size(); i++) {
            if (!Forms.fits(words.get(i), tokens.get(at + i).lower())) {
                return -1;
            }
        }
        return at + words.size();
    }
}
