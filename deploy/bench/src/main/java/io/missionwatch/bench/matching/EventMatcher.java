package io.missionwatch.bench.matching;

import java.util.Map;
import java.util.Set;

/** Something that says which of its patterns an event matches. */
interface EventMatcher extends AutoCloseable {

    /** The ids of the patterns that an event matches. */
    Set<String> matches(Map<String, Object> event);

    @Override
    default void close() {}
}
