package io.missionwatch.alert.desk;

/**
 * What stands in a control topic under a key.
 *
 * @param <T> type of the value
 * @param value the value
 * @param version where it stands in the topic: grows with each change, never the same twice
 */
public record Entry<T>(T value, long version) {}
