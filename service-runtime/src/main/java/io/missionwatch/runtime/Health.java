package io.missionwatch.runtime;

import java.util.Map;

/** How a service is: the states of its parts, asked anew each time. */
@FunctionalInterface
public interface Health {

    /** The state of each part by its name, in the order they were started. */
    Map<String, PartState> states();

    /** No part has failed; otherwise the process should be replaced. */
    default boolean isLive() {
        return states().values().stream().noneMatch(PartState.Failed.class::isInstance);
    }

    /** Every part does its work. */
    default boolean isReady() {
        return states().values().stream().allMatch(PartState.Ready.class::isInstance);
    }
}
