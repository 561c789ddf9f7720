package io.missionwatch.alert.deliveries.outbox;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * When a failed delivery is tried again, and when it is given up: after as many retries as there are pauses.
 *
 * @param pauses between attempts
 */
public record RetrySchedule(List<Duration> pauses) {

    /** What the Standard Webhooks specification suggests: fifteen attempts or so over three days, denser at first. */
    public static final RetrySchedule STANDARD =
            new RetrySchedule(Stream.of(5, 30, 120, 300, 1800, 7200, 18000, 36000, 50400, 72000, 86400)
                    .map(Duration::ofSeconds)
                    .toList());

    private static final Duration LONGEST_WISH = Duration.ofDays(1);
    private static final double SPREAD = 0.2;

    public RetrySchedule {
        pauses = List.copyOf(pauses);
    }

    /**
     * The pause before the next attempt; empty when it is given up. A receiver's wish can only make it longer, by a day at
     * most.
     *
     * @param attempts that have failed, at least 1
     * @param chance from 0 to 1, spreads the pauses of many deliveries by a fifth either way
     */
    public Optional<Duration> afterFailures(int attempts, Optional<Duration> wish, double chance) {
        if (attempts > pauses.size()) {
            return Optional.empty();
        }
        var planned = pauses.get(attempts - 1);
        var spread = Duration.ofMillis(Math.round(planned.toMillis() * (1 - SPREAD + 2 * SPREAD * chance)));
        var wished = wish.map(time -> time.compareTo(LONGEST_WISH) > 0 ? LONGEST_WISH : time)
                .orElse(Duration.ZERO);
        return Optional.of(wished.compareTo(spread) > 0 ? wished : spread);
    }
}
