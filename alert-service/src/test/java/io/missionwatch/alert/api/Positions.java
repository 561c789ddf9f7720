package io.missionwatch.alert.api;

import java.util.Map;

/** Positions for tests outside the package. */
public final class Positions {

    private Positions() {}

    public static String beginning() {
        return new Position(Map.of(0, 0L, 1, 0L, 2, 0L)).toString();
    }
}
