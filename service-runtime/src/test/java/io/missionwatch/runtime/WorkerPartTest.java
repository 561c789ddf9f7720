package io.missionwatch.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(10)
class WorkerPartTest {

    private static final Duration NO_TIME = Duration.ofMillis(1);
    private static final Duration AN_HOUR = Duration.ofHours(1);

    private final CountDownLatch reached = new CountDownLatch(1);
    private final CountDownLatch closed = new CountDownLatch(1);
    private WorkerPart part;

    @AfterEach
    void close() {
        part.close();
    }

    @Test
    void waitsUntilTheWorkSaysThatItGoes() throws InterruptedException {
        part = part(NO_TIME, self -> {});
        assertThat(part.state()).isEqualTo(new PartState.Waiting("counting"));

        part = part(NO_TIME, self -> {
            self.ready();
            reached.countDown();
            untilClosed();
        });
        part.start();
        reached.await();

        assertThat(part.state()).isEqualTo(PartState.READY);
    }

    @Test
    void beginsWorkAnewThatFailed() throws InterruptedException {
        List<PartState> states = new ArrayList<>();
        part = part(NO_TIME, self -> {
            states.add(self.state());
            self.ready();
            if (states.size() < 3) {
                throw new IllegalStateException("no paper");
            }
            reached.countDown();
        });
        part.start();
        reached.await();

        assertThat(states)
                .containsExactly(
                        new PartState.Waiting("counting"),
                        new PartState.Waiting("counting; failed: no paper"),
                        new PartState.Waiting("counting; failed: no paper"));
        assertThat(part.state()).isEqualTo(PartState.READY);
    }

    @Test
    void doesNotRepeatWorkThatReturned() throws InterruptedException {
        var times = new AtomicInteger();
        part = part(NO_TIME, self -> {
            times.incrementAndGet();
            reached.countDown();
        });
        part.start();
        reached.await();
        part.close();

        assertThat(times).hasValue(1);
    }

    @Test
    void failsWhereTryingAgainCannotHelp() throws InterruptedException {
        part = part(NO_TIME, self -> {
            Thread.currentThread().setUncaughtExceptionHandler((thread, error) -> reached.countDown());
            throw new LinkageError("half a class path");
        });
        part.start();
        reached.await();

        assertThat(part.state()).isEqualTo(new PartState.Failed("java.lang.LinkageError: half a class path"));
    }

    @Test
    void closingEndsAPauseAtOnce() throws InterruptedException {
        part = part(AN_HOUR, self -> {
            reached.countDown();
            throw new IllegalStateException("no paper");
        });
        part.start();
        reached.await();

        part.close();

        assertThat(part.isClosing()).isTrue();
        assertThat(Thread.getAllStackTraces().keySet())
                .noneMatch(thread -> thread.getName().equals("counter"));
    }

    private static WorkerPart part(Duration pause, Consumer<WorkerPart> work) {
        return new WorkerPart("counter", "counting", AN_HOUR, work, pause);
    }

    private void untilClosed() {
        try {
            while (!part.isClosing()) {
                var unused = closed.await(5, TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
