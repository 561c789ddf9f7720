package io.missionwatch.enrich.events.words;

import io.missionwatch.enrich.events.facets.EventType;
import io.missionwatch.enrich.events.facets.Means;
import io.missionwatch.enrich.text.Token;
import io.missionwatch.enrich.text.WordMap;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** All trigger phrases of one language, found by a look-up on their first word; the longest phrase at a place wins. */
public final class Triggers {

    private static final int WIDEST_GAP = 9;
    private static final String GAP = "~";

    /** A phrase; where it has a gap, the words before it and those behind. */
    private record Phrase(List<String> words, Readings readings, List<String> before, List<String> behind) {

        static Phrase of(List<String> words, List<Trigger> readings) {
            int gap = words.indexOf(GAP);
            return new Phrase(
                    List.copyOf(words),
                    Readings.of(readings),
                    List.copyOf(words.subList(0, Math.max(0, gap))),
                    List.copyOf(words.subList(gap + 1, words.size())));
        }

        boolean hasGap() {
            return !before.isEmpty();
        }
    }

    private final WordMap<List<Phrase>> byFirstWord;
    private final Map<String, List<Phrase>> byFirstStem;

    private Triggers(Map<String, List<Phrase>> byFirstWord, Map<String, List<Phrase>> byFirstStem) {
        this.byFirstWord = WordMap.of(byFirstWord);
        this.byFirstStem = Map.copyOf(byFirstStem);
    }

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
        var byFirstWord = new HashMap<String, List<Phrase>>();
        var byFirstStem = new HashMap<String, List<Phrase>>();
        readings.forEach((words, meanings) -> {
            var first = words.get(0);
            boolean stem = first.endsWith(Forms.STEM);
            (stem ? byFirstStem : byFirstWord)
                    .computeIfAbsent(stem ? Forms.stem(first) : first, w -> new ArrayList<>())
                    .add(Phrase.of(words, meanings));
        });
        byFirstWord.values().forEach(phrases -> phrases.sort(LONGEST_FIRST));
        byFirstStem.values().forEach(phrases -> phrases.sort(LONGEST_FIRST));
        return new Triggers(byFirstWord, byFirstStem);
    }

    private static final Comparator<Phrase> LONGEST_FIRST = Comparator.comparing(
                    (Phrase phrase) -> -phrase.words().size())
            .thenComparing(phrase -> String.join(" ", phrase.words()));

    private static Trigger.Need need(String name) {
        return name.equals("-") ? Trigger.Need.NOTHING : Trigger.Need.valueOf(name.toUpperCase(Locale.ROOT));
    }

    private static List<List<String>> writtenOut(String form) {
        List<List<String>> phrases = List.of(List.of());
        for (var word : form.strip().replace("-", " - ").split(" +", -1)) {
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

    /** The trigger phrases of a sentence from left to right; words inside the gap of one may be another's, those after it are its own. */
    public List<TriggerHit> find(List<Token> tokens) {
        var hits = new ArrayList<TriggerHit>();
        var taken = new BitSet();
        for (int at = 0; at < tokens.size(); at = taken.nextClearBit(at + 1)) {
            var hit = hitAt(tokens, at);
            if (hit != null) {
                hits.add(hit);
                taken.set(hit.first(), hit.gapFirst());
                taken.set(hit.gapEnd(), hit.end());
            }
        }
        return hits;
    }

    private TriggerHit hitAt(List<Token> tokens, int at) {
        var lower = tokens.get(at).lower();
        var hit = hitAt(byFirstWord.get(lower, List.of()), tokens, at);
        for (int length = byFirstStem.isEmpty() ? 0 : lower.length(); length > 1; length--) {
            hit = longer(hit, hitAt(byFirstStem.getOrDefault(lower.substring(0, length), List.of()), tokens, at));
        }
        return hit;
    }

    private static TriggerHit longer(TriggerHit one, TriggerHit other) {
        return one == null || (other != null && other.end() > one.end()) ? other : one;
    }

    private static TriggerHit hitAt(List<Phrase> phrases, List<Token> tokens, int at) {
        for (int next = 0; next < phrases.size(); next++) {
            var phrase = phrases.get(next);
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
        int gapFirst = matched(phrase.before(), tokens, at);
        if (gapFirst < 0) {
            return null;
        }
        for (int next = gapFirst; next < Math.min(tokens.size(), gapFirst + WIDEST_GAP + 1); next++) {
            int end = matched(phrase.behind(), tokens, next);
            if (end > 0) {
                return new TriggerHit(at, end, gapFirst, next, phrase.readings());
            }
            if (next < tokens.size()
                    && tokens.get(next).isPunctuation()
                    && !tokens.get(next).is("-")) {
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
