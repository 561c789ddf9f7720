package io.missionwatch.e2e;

import java.util.concurrent.Callable;

/** Whether no revision has come since the last look. */
final class Quiet implements Callable<Boolean> {

    private final AlertLog log;
    private int before = -1;

    Quiet(AlertLog log) {
        this.log = log;
    }

    @Override
    public Boolean call() {
        var now = log.size();
        var same = now == before;
        before = now;
        return same;
    }
}
