package io.missionwatch.enrich.articles;

import java.time.Duration;
import java.util.function.LongSupplier;

/** The time that one article may take; asked between two stages of its enrichment. */
public final class Budget {

    private final Duration time;
    private final LongSupplier nanoseconds;
    private final long start;

    private Budget(Duration time, LongSupplier nanoseconds) {
        this.time = time;
        this.nanoseconds = nanoseconds;
        this.start = nanoseconds.getAsLong();
    }

    /** A budget that runs from now on. */
    public static Budget startingNow(Duration time) {
        return new Budget(time, System::nanoTime);
    }

    static Budget of(Duration time, LongSupplier nanoseconds) {
        return new Budget(time, nanoseconds);
    }

    /**
     * Goes on, unless the time is used up.
     *
     * @param stage what has been done, for the message
     * @throws OverBudgetException when it is
     */
    void check(String stage) {
        if (nanoseconds.getAsLong() - start > time.toNanos()) {
            throw new OverBudgetException("the article took more than " + time.toMillis() + " ms, until " + stage);
        }
    }
}
