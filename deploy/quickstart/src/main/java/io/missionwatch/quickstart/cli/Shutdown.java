package io.missionwatch.quickstart.cli;

import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Ctrl-C, or a plain kill: lets a running command end by itself and keeps the process until it has. */
final class Shutdown implements AutoCloseable {

    /** Whoever asked to stop does not wait longer; what was not closed by then is as after a kill, and loses nothing. */
    private static final long LONGEST_SECONDS = 5;

    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch done = new CountDownLatch(1);
    private final Thread hook = new Thread(this::onSignal, "shutdown");

    Shutdown() {
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /**
     * Waits until the process is told to end.
     *
     * @param failure asked each second what failed
     * @throws CommandFailure when something did
     */
    void await(Supplier<Optional<String>> failure) throws InterruptedException {
        while (!asked.await(1, TimeUnit.SECONDS)) {
            var reason = failure.get();
            if (reason.isPresent()) {
                throw new CommandFailure("stopped, because a part failed: " + reason.get());
            }
        }
    }

    private void onSignal() {
        asked.countDown();
        try {
            done.await(LONGEST_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        done.countDown();
        if (asked.getCount() > 0) {
            Runtime.getRuntime().removeShutdownHook(hook);
        }
    }
}
