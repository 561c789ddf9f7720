package io.missionwatch.ingest.feeds;

import java.util.Optional;

/** Keeps the best of the values that several elements offer for one thing; among equals the last, as feed readers do. */
final class Best<T> {

    private Optional<T> value = Optional.empty();
    private int rank = Integer.MAX_VALUE;

    /** Offers a value; a smaller rank is better. */
    void offer(int offered, T candidate) {
        if (offered <= rank) {
            rank = offered;
            value = Optional.of(candidate);
        }
    }

    boolean isEmpty() {
        return value.isEmpty();
    }

    T orElse(T other) {
        return value.orElse(other);
    }

    Optional<T> get() {
        return value;
    }
}
