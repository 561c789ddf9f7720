package io.missionwatch.enrich.events.facets;

import java.util.Optional;

/** People killed and wounded, each as far as the text tells. */
public record Casualties(Optional<Count> killed, Optional<Count> wounded) {

    /** The text does not say. */
    public static final Casualties UNTOLD = new Casualties(Optional.empty(), Optional.empty());

    public static Casualties killed(Count killed) {
        return new Casualties(Optional.of(killed), Optional.empty());
    }

    public static Casualties wounded(Count wounded) {
        return new Casualties(Optional.empty(), Optional.of(wounded));
    }

    public Casualties and(Casualties other) {
        if (!other.isTold() || !isTold()) {
            return isTold() ? this : other;
        }
        return new Casualties(higher(killed, other.killed), higher(wounded, other.wounded));
    }

    public boolean isTold() {
        return killed.isPresent() || wounded.isPresent();
    }

    private static Optional<Count> higher(Optional<Count> one, Optional<Count> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return one.isPresent() ? one : other;
        }
        return Optional.of(one.get().orHigher(other.get()));
    }
}
