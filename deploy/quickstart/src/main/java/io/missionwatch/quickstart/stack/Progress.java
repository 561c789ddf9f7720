package io.missionwatch.quickstart.stack;

import java.time.Duration;

/** Told of each stage as it comes up, so that whoever waits sees what for. */
@FunctionalInterface
public interface Progress {

    /**
     * A stage is up.
     *
     * @param stage what it is, with its address where it has one
     * @param took how long it took
     */
    void isUp(String stage, Duration took);
}
