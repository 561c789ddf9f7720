package io.missionwatch.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.missionwatch.runtime.settings.SettingException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ServiceHostTest {

    private final List<String> closed = new ArrayList<>();

    @Test
    void closesPartsInReverseOrderOnce() {
        var host = ServiceHost.start("test", wiring -> {
            wiring.own(new Fake("first", PartState.READY));
            wiring.own(new Fake("second", PartState.READY));
        });

        host.close();
        host.close();

        assertThat(closed).containsExactly("second", "first");
    }

    @Test
    void closesWhatWasStartedWhenALaterPartFails() {
        assertThatThrownBy(() -> ServiceHost.start("test", wiring -> {
                    wiring.own(new Fake("first", PartState.READY));
                    throw new IllegalStateException("no second");
                }))
                .hasMessage("no second");

        assertThat(closed).containsExactly("first");
    }

    @Test
    void closesTheOthersWhenOnePartDoesNotClose() {
        var host = ServiceHost.start("test", wiring -> {
            wiring.own(new Fake("first", PartState.READY));
            wiring.own(new Fake("broken", PartState.READY));
        });

        host.close();

        assertThat(closed).containsExactly("broken", "first");
    }

    @Test
    void isReadyWhenAllPartsAreAndLiveUntilOneFails() {
        var host = ServiceHost.start("test", wiring -> {
            wiring.own(new Fake("ready", PartState.READY));
            wiring.own(new Fake("waiting", new PartState.Waiting("a broker")));
        });

        assertThat(host.health().isReady()).isFalse();
        assertThat(host.health().isLive()).isTrue();
        assertThat(host.health().states().keySet()).containsExactly("ready", "waiting");
    }

    @Test
    void endsBadlyWhenAPartFails() throws InterruptedException {
        var host = ServiceHost.start("test", wiring -> wiring.own(new Fake("bad", new PartState.Failed("disk full"))));

        assertThat(host.awaitEnd()).isFalse();
    }

    @Test
    void triesAgainWhileAnErrorMayPassAndSaysWhatItWaitsFor() {
        var tries = new AtomicInteger();
        var seen = new ArrayList<PartState>();

        ServiceHost.start(
                        "test",
                        wiring -> wiring.retry(
                                "a broker",
                                () -> {
                                    if (tries.incrementAndGet() < 3) {
                                        throw new IllegalStateException("not there");
                                    }
                                    seen.addAll(wiring.health().states().values());
                                    return tries.get();
                                },
                                IllegalStateException.class::isInstance))
                .close();

        assertThat(tries).hasValue(3);
        assertThat(seen).containsExactly(new PartState.Waiting("a broker"));
    }

    @Test
    void passesOnAnErrorThatWillNotPass() {
        assertThatThrownBy(() -> ServiceHost.start(
                        "test",
                        wiring -> wiring.retry(
                                "a broker",
                                () -> {
                                    throw new SettingException("wrong partition count");
                                },
                                IllegalStateException.class::isInstance)))
                .isInstanceOf(SettingException.class);
    }

    @Test
    void stopsTryingWhenItIsClosed() {
        var host = ServiceHost.create("test");
        host.close();

        assertThatThrownBy(() -> host.retry(
                        "a broker",
                        () -> {
                            throw new IllegalStateException("not there");
                        },
                        failure -> true))
                .isInstanceOf(ServiceHost.StoppedException.class);
    }

    private final class Fake implements Part {
        private final String name;
        private final PartState state;

        private Fake(String name, PartState state) {
            this.name = name;
            this.state = state;
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
            closed.add(name);
            if (name.equals("broken")) {
                throw new IllegalStateException("does not close");
            }
        }
    }
}
