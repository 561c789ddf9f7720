package io.missionwatch.alert.sigma;

import java.time.Instant;
import java.util.List;

/**
 * A window of time in which a correlation holds.
 *
 * @param from time of the first observation
 * @param until when it held: the time of the observation that completed it, or the end of a window that had to close
 * @param observations those that count, in the order of time
 */
public record CorrelationMatch(Instant from, Instant until, List<Observation> observations) {
    public CorrelationMatch {
        observations = List.copyOf(observations);
    }
}
