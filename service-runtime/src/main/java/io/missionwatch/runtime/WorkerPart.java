package io.missionwatch.runtime;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Work that goes on for as long as its service runs, on a thread of its own. Where it fails it is begun anew after a
 * second; the part waits until the work says that it goes again. An error of the virtual machine fails the part.
 */
public final class WorkerPart implements Part {

    private static final Logger LOG = LoggerFactory.getLogger(WorkerPart.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final String name;
    private final String awaited;
    private final Duration closeWithin;
    private final Duration pause;
    private final Consumer<WorkerPart> work;
    private final Thread thread;
    private final CountDownLatch closing = new CountDownLatch(1);
    private volatile PartState state;

    /**
     * Work that has not begun.
     *
     * @param awaited what it waits for before it goes, for a person
     * @param closeWithin how long closing waits for it to end
     * @param work does it until the part it is given closes; what it throws has it begun anew, its return ends it for good
     */
    public WorkerPart(String name, String awaited, Duration closeWithin, Consumer<WorkerPart> work) {
        this(name, awaited, closeWithin, work, PAUSE);
    }

    WorkerPart(String name, String awaited, Duration closeWithin, Consumer<WorkerPart> work, Duration pause) {
        this.name = name;
        this.awaited = awaited;
        this.closeWithin = closeWithin;
        this.work = work;
        this.pause = pause;
        this.state = new PartState.Waiting(awaited);
        this.thread = new Thread(this::run, name);
        thread.setDaemon(true);
    }

    /** Begins. */
    public void start() {
        thread.start();
    }

    /** The work goes. */
    public void ready() {
        state = PartState.READY;
    }

    /** The work shall end. */
    public boolean isClosing() {
        return closing.getCount() == 0;
    }

    private void run() {
        boolean goesOn = true;
        while (goesOn) {
            try {
                work.accept(this);
                goesOn = false;
            } catch (RuntimeException failure) {
                state = new PartState.Waiting(awaited + "; failed: " + failure.getMessage());
                LOG.warn("Work failed, begins anew part={} because={}", name, failure.toString());
                goesOn = pauses();
            } catch (Error beyondRepair) {
                state = new PartState.Failed(beyondRepair.toString());
                throw beyondRepair;
            }
        }
    }

    /** Answers whether there is to be another try. */
    private boolean pauses() {
        try {
            return !closing.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public PartState state() {
        return state;
    }

    @Override
    public void close() {
        closing.countDown();
        try {
            thread.join(closeWithin.toMillis());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
