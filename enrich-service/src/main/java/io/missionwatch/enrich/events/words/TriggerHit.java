package io.missionwatch.enrich.events.words;

import java.util.List;

/**
 * A trigger phrase in a sentence: tokens {@code first} to {@code end} (exclusive), with what may stand at its tilde between
 * {@code gapFirst} and {@code gapEnd} (both {@code end} where it has none), and its readings in the order of preference.
 */
public record TriggerHit(int first, int end, int gapFirst, int gapEnd, List<Trigger> readings) {

    public boolean hasGap() {
        return gapFirst < gapEnd;
    }
}
