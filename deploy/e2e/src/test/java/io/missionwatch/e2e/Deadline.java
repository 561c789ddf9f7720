package io.missionwatch.e2e;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/** How long end-to-end tests wait for what must come: long enough for a slow and busy machine. */
final class Deadline {

    private static final Duration LONG_ENOUGH = Duration.ofMinutes(2);

    private Deadline() {}

    static ConditionFactory await(String what) {
        return Awaitility.await(what).atMost(LONG_ENOUGH).pollInterval(200, TimeUnit.MILLISECONDS);
    }
}
