package io.missionwatch.enrich.budget;

import java.time.Duration;
import java.util.function.LongSupplier;

/** The time that one article may take; asked between the stages of its enrichment, and within one at each thing it reads. */
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

    /** A budget without an end. */
    public static Budget unlimited() {
        return new Budget(Duration.ofNanos(Long.MAX_VALUE), () -> 0);
    }

    /** A budget by another clock than the machine's. */
    public static Budget of(Duration time, LongSupplier nanoseconds) {
        return new Budget(time, nanoseconds);
    }

    /**
     * Goes on, unless the time is used up.
     *
     * @param stage what is being done, for the message
     * @throws OverBudgetException when it is
     */
    public void check(String stage) {
        if (nanoseconds.getAsLong() - start > time.toNanos()) {
            throw new OverBudgetException("the article took more than " + time.toMillis() + " ms, at " + stage);
        }
    }
}
