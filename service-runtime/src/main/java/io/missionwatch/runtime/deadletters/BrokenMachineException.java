package io.missionwatch.runtime.deadletters;

/** Something that a record needs is not there: disk, network, a service. The record is not to blame and is tried again. */
public final class BrokenMachineException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** A broken machine, and what broke. */
    public BrokenMachineException(String message, Throwable cause) {
        super(message, cause);
    }
}
