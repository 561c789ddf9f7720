package io.missionwatch.runtime;

/** How a part is. */
public sealed interface PartState {

    /** Does its work. */
    PartState READY = new Ready();

    /** Does its work. */
    record Ready() implements PartState {}

    /**
     * Will do its work once something else is there.
     *
     * @param reason what it waits for, for a person
     */
    record Waiting(String reason) implements PartState {}

    /**
     * Will not do its work any more; the service has to be started anew.
     *
     * @param reason what went wrong, for a person
     */
    record Failed(String reason) implements PartState {}
}
