package io.missionwatch.runtime.control;

import io.missionwatch.runtime.deadletters.DeadLetters;
import org.apache.kafka.streams.processor.api.Record;

/** Keeps the records of control topics that cannot be honoured. */
@FunctionalInterface
public interface ControlRefusals {

    /** Keeps none of them. */
    ControlRefusals NONE = (origin, bad, why) -> {};

    /** Keeps a record. */
    void refused(DeadLetters.Origin origin, Record<String, byte[]> bad, RuntimeException why);
}
