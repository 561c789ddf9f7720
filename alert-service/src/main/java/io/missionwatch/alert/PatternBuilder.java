package io.missionwatch.alert;

import io.missionwatch.runtime.Part;
import io.missionwatch.runtime.PartState;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;

/** The thread on which a changed set of patterns is put together, so that no thread that handles events waits for it. */
final class PatternBuilder implements Part, Executor {

    private final ExecutorService thread = Executors.newSingleThreadExecutor(task -> {
        var made = new Thread(task, "pattern-builder");
        made.setDaemon(true);
        return made;
    });

    @Override
    public void execute(Runnable task) {
        try {
            thread.execute(task);
        } catch (RejectedExecutionException closed) {
            // The service stops; nobody will match with the new set.
        }
    }

    @Override
    public String name() {
        return "pattern-builder";
    }

    @Override
    public PartState state() {
        return PartState.READY;
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
