package io.missionwatch.enrich.events.words;

import io.missionwatch.enrich.events.facets.EventType;
import io.missionwatch.enrich.events.facets.Means;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** All trigger phrases of one language, found by a look-up on their first word; the longest phrase at a place wins. */
public final class Triggers {

    private static final int MOST_IN_A_GAP = Phrase.WIDEST_GAP + 1;

    private final Map<String, Phrases> byFirstWord;
    private final Map<String, Phrases> byFirstStem;

    private Triggers(Map<String, List<Phrase>> byFirstWord, Map<String, List<Phrase>> byFirstStem) {
        this.byFirstWord = sorted(byFirstWord);
        this.byFirstStem = sorted(byFirstStem);
    }

    private static Map<String, Phrases> sorted(Map<String, List<Phrase>> phrases) {
        return phrases.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, entry -> Phrases.of(entry.getValue())));
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
        return new Triggers(byFirstWord, byFirstStem);
    }

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

    /** The words that phrases begin with. */
    Set<String> listed() {
        return byFirstWord.keySet();
    }

    /** The phrases that begin with a word. */
    Phrases beginningWith(String word) {
        return byFirstWord.getOrDefault(word, Phrases.NONE);
    }

    /** The trigger phrases of a sentence from left to right; words inside the gap of one may be another's, those after it are its own. */
    public List<TriggerHit> find(Wording text) {
        var hits = new ArrayList<TriggerHit>();
        for (int at = 0; at < text.size(); at++) {
            var hit = isTaken(hits, at) ? null : hitAt(text, at);
            if (hit != null) {
                hits.add(hit);
                at = hit.gapFirst() - 1;
            }
        }
        return hits;
    }

    /** The word stands behind the gap of a phrase found before. */
    private static boolean isTaken(List<TriggerHit> hits, int at) {
        for (int i = hits.size() - 1; i >= Math.max(0, hits.size() - MOST_IN_A_GAP); i--) {
            if (hits.get(i).gapEnd() <= at && at < hits.get(i).end()) {
                return true;
            }
        }
        return false;
    }

    private TriggerHit hitAt(Wording text, int at) {
        var hit = text.phrases(at).at(text, at);
        return byFirstStem.isEmpty() ? hit : byStem(hit, text, at);
    }

    private TriggerHit byStem(TriggerHit byWord, Wording text, int at) {
        var hit = byWord;
        var lower = text.token(at).lower();
        for (int length = lower.length(); length > 1; length--) {
            hit = longer(
                    hit,
                    byFirstStem
                            .getOrDefault(lower.substring(0, length), Phrases.NONE)
                            .at(text, at));
        }
        return hit;
    }

    private static TriggerHit longer(TriggerHit one, TriggerHit other) {
        return one == null || (other != null && other.end() > one.end()) ? other : one;
    }
}
