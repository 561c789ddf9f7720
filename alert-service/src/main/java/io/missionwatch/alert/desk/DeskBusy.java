package io.missionwatch.alert.desk;

/** Somebody else changed something at the same moment, so that a change was not made; it can be tried again. */
public final class DeskBusy extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DeskBusy(String message, Throwable cause) {
        super(message, cause);
    }
}
