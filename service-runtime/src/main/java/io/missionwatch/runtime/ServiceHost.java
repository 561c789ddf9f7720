package io.missionwatch.runtime;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Holds the parts of a running service. They are started in the order in which they are handed over and closed in
 * reverse; when one fails to start, those before it are closed. Closing is safe from any thread and happens once.
 */
public final class ServiceHost implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ServiceHost.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final String name;
    private final Deque<Part> parts = new ArrayDeque<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile String waitingFor = "";

    private ServiceHost(String name) {
        this.name = name;
    }

    /**
     * Starts a service.
     *
     * @param name the service's name, for logs
     * @param wiring starts each part and hands it over with {@link #own}
     * @throws RuntimeException what the wiring threw, after the parts that had been started are closed
     */
    public static ServiceHost start(String name, Consumer<ServiceHost> wiring) {
        return start(new ServiceHost(name), wiring);
    }

    static ServiceHost create(String name) {
        return new ServiceHost(name);
    }

    static ServiceHost start(ServiceHost host, Consumer<ServiceHost> wiring) {
        try {
            wiring.accept(host);
            LOG.info(
                    "Service started service={} parts={}",
                    host.name,
                    host.states().keySet());
            return host;
        } catch (RuntimeException | Error failure) {
            host.close();
            throw failure;
        }
    }

    /** Takes over a part that has been started; it is closed with the service. */
    public <P extends Part> P own(P part) {
        synchronized (parts) {
            if (!isClosing()) {
                parts.addLast(part);
                return part;
            }
        }
        part.close();
        throw new StoppedException(name);
    }

    /** The health of all parts, and of a start that still waits for something. */
    public Health health() {
        return this::states;
    }

    /**
     * Tries something at start until it works, with growing pauses, while the service reports that it waits.
     *
     * @param what what is waited for, for a person
     * @param passing tells errors that may pass from those that will not
     * @throws StoppedException when the service is closed meanwhile
     */
    public <T> T retry(String what, Callable<T> attempt, Predicate<Exception> passing) {
        var pause = FIRST_PAUSE;
        while (true) {
            try {
                var result = attempt.call();
                waitingFor = "";
                return result;
            } catch (Exception failure) {
                if (!passing.test(failure)) {
                    throw failure instanceof RuntimeException known ? known : new IllegalStateException(failure);
                }
                waitingFor = what;
                LOG.warn("Waiting service={} for={} because={}", name, what, failure.getMessage());
                pauseUnlessClosing(pause);
                pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause.multipliedBy(2);
            }
        }
    }

    /** Waits until the service is closed, or a part has failed. Answers whether it ended well. */
    public boolean awaitEnd() throws InterruptedException {
        while (!closing.await(200, TimeUnit.MILLISECONDS)) {
            if (!health().isLive()) {
                LOG.error("Service failed service={} parts={}", name, states());
                return false;
            }
        }
        closed.await();
        return true;
    }

    @Override
    public void close() {
        List<Part> inReverse;
        synchronized (parts) {
            if (isClosing()) {
                return;
            }
            closing.countDown();
            inReverse = new ArrayList<>();
            parts.descendingIterator().forEachRemaining(inReverse::add);
        }
        inReverse.forEach(this::closeQuietly);
        closed.countDown();
    }

    private boolean isClosing() {
        return closing.getCount() == 0;
    }

    private Map<String, PartState> states() {
        var states = new LinkedHashMap<String, PartState>();
        synchronized (parts) {
            parts.forEach(part -> states.put(part.name(), part.state()));
        }
        var awaited = waitingFor;
        if (!awaited.isEmpty()) {
            states.put("start", new PartState.Waiting(awaited));
        }
        return states;
    }

    private void pauseUnlessClosing(Duration pause) {
        try {
            if (closing.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new StoppedException(name);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new StoppedException(name);
        }
    }

    private void closeQuietly(Part part) {
        try {
            part.close();
        } catch (RuntimeException failure) {
            LOG.error("Part did not close service={} part={}", name, part.name(), failure);
        }
    }

    /** The service was closed while it was still starting. */
    public static final class StoppedException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        StoppedException(String service) {
            super(service + " was stopped while starting");
        }
    }
}
