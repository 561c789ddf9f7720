package io.missionwatch.e2e;

import java.util.concurrent.Callable;
import java.util.function.IntSupplier;

/** Whether no revision has come since the last look. */
final class Quiet implements Callable<Boolean> {

    private final IntSupplier revisions;
    private int before = -1;

    Quiet(IntSupplier revisions) {
        this.revisions = revisions;
    }

    @Override
    public Boolean call() {
        var now = revisions.getAsInt();
        var same = now == before;
        before = now;
        return same;
    }
}
