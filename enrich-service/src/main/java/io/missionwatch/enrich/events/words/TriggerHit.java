package io.missionwatch.enrich.events.words;

import java.util.List;
import java.util.Optional;

/**
 * A trigger phrase in a sentence: tokens {@code first} to {@code end} (exclusive), with what may stand at its tilde between
 * {@code gapFirst} and {@code gapEnd} (both {@code end} where it has none), and what it can tell.
 */
public final class TriggerHit {

    private final int first;
    private final int end;
    private final int gapFirst;
    private final int gapEnd;
    private final Readings readings;

    TriggerHit(int first, int end, int gapFirst, int gapEnd, Readings readings) {
        this.first = first;
        this.end = end;
        this.gapFirst = gapFirst;
        this.gapEnd = gapEnd;
        this.readings = readings;
    }

    public int first() {
        return first;
    }

    public int end() {
        return end;
    }

    public int gapFirst() {
        return gapFirst;
    }

    public int gapEnd() {
        return gapEnd;
    }

    public boolean hasGap() {
        return gapFirst < gapEnd;
    }

    /** All readings in the order of preference. */
    public List<Trigger> readings() {
        return readings.listed();
    }

    /** Some reading takes it for a noun. */
    public boolean mayBeNoun() {
        return readings.mayBeNoun();
    }

    /** The readings that tell an event of their own, those that need more first: they say more. */
    public List<Trigger> byNeed() {
        return readings.byNeed();
    }

    /** The reading that turns another event into one of its own type. */
    public Optional<Trigger> governor() {
        return readings.governor();
    }
}
