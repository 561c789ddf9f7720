package io.missionwatch.ingest;

import io.missionwatch.runtime.Part;
import io.missionwatch.runtime.PartState;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The threads that read the web, so that no stream thread ever waits for it. It takes only as much work as it can hold. */
final class FetchDesk implements Part, Desk {

    private final AutoCloseable web;
    private final ThreadPoolExecutor threads;

    /**
     * A desk.
     *
     * @param count threads
     * @param web closed with the desk
     */
    FetchDesk(int count, AutoCloseable web) {
        this.web = web;
        var number = new AtomicInteger();
        this.threads = new ThreadPoolExecutor(
                count, count, 30, TimeUnit.SECONDS, new ArrayBlockingQueue<>(Math.max(1, count / 4)), task -> {
                    var thread = new Thread(task, "fetch-" + number.incrementAndGet());
                    thread.setDaemon(true);
                    return thread;
                });
        threads.allowCoreThreadTimeOut(true);
    }

    /** Takes work, unless there is too much already. */
    @Override
    public boolean take(Runnable work) {
        try {
            threads.execute(work);
            return true;
        } catch (RejectedExecutionException full) {
            return false;
        }
    }

    /** How many fetches are under way or wait. */
    int load() {
        return threads.getActiveCount() + threads.getQueue().size();
    }

    @Override
    public String name() {
        return "fetch";
    }

    @Override
    public PartState state() {
        return PartState.READY;
    }

    @Override
    public void close() {
        threads.shutdownNow();
        try {
            web.close();
        } catch (Exception e) {
            throw new IllegalStateException("the web client did not close", e);
        }
    }
}
