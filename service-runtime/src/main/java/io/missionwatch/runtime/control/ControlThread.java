package io.missionwatch.runtime.control;

import io.missionwatch.runtime.Part;
import io.missionwatch.runtime.PartState;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;

/** A thread on which what operators changed is worked out, so that no thread that handles records waits for it. */
public final class ControlThread implements Part, Executor {

    private final String name;
    private final ExecutorService thread;

    /** A thread of this name. */
    public ControlThread(String name) {
        this.name = name;
        this.thread = Executors.newSingleThreadExecutor(task -> {
            var made = new Thread(task, name);
            made.setDaemon(true);
            return made;
        });
    }

    @Override
    public void execute(Runnable task) {
        try {
            thread.execute(task);
        } catch (RejectedExecutionException closed) {
            // The service stops; nobody will use what it would have worked out.
        }
    }

    @Override
    public String name() {
        return name;
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
