package io.missionwatch.alert.stream;

import org.apache.kafka.streams.processor.api.Record;

/** Keeps the records of control topics that cannot be honoured. */
@FunctionalInterface
public interface ControlRefusals {

    /** Keeps none of them. */
    ControlRefusals NONE = (topic, partitionAndOffset, bad, why) -> {};

    /** Where a record stands. */
    record Position(int partition, long offset) {}

    /** Keeps a record. */
    void refused(String topic, Position position, Record<String, byte[]> bad, RuntimeException why);
}
