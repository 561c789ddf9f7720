package io.missionwatch.enrich.events.words;

import io.missionwatch.enrich.events.words.Trigger.Frame;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * All that a trigger phrase can tell, laid out once for every text.
 *
 * @param listed in the order of preference
 * @param byNeed those that tell an event of their own, those that need more first
 * @param governor the first that turns the event which it governs into its own
 * @param mayBeNoun some reading is that of a noun
 */
record Readings(List<Trigger> listed, List<Trigger> byNeed, Optional<Trigger> governor, boolean mayBeNoun) {

    static Readings of(List<Trigger> listed) {
        return new Readings(
                List.copyOf(listed),
                listed.stream()
                        .filter(reading -> reading.frame() != Frame.GOVERNOR)
                        .sorted(Comparator.comparing(Trigger::need))
                        .toList(),
                listed.stream()
                        .filter(reading -> reading.frame() == Frame.GOVERNOR)
                        .findFirst(),
                listed.stream().anyMatch(reading -> reading.frame() == Frame.NOUN));
    }
}
