package io.missionwatch.runtime.deadletters;

import io.missionwatch.registry.RegistryException;
import io.missionwatch.serde.UndecodableRecordException;
import org.apache.kafka.common.errors.RetriableException;

/** Tells errors of a record, which will be the same tomorrow, from errors of the machine, which may pass. */
public final class Blame {

    private Blame() {}

    /** The record is not to blame: what failed may work when it is tried again. */
    public static boolean isOfTheMachine(Throwable error) {
        for (var cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof UndecodableRecordException) {
                return false;
            }
            if (cause instanceof RetriableException
                    || cause instanceof BrokenMachineException
                    || cause instanceof RegistryException) {
                return true;
            }
        }
        return false;
    }
}
