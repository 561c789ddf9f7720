package io.missionwatch.quickstart.demo;

import io.missionwatch.quickstart.samples.SampleServer;
import io.missionwatch.quickstart.samples.Samples;
import io.missionwatch.quickstart.stack.AlertLine;
import io.missionwatch.quickstart.stack.AlertReader;
import io.missionwatch.quickstart.stack.Backbone;
import io.missionwatch.quickstart.stack.Progress;
import io.missionwatch.quickstart.stack.RunningStack;
import io.missionwatch.quickstart.stack.StackPlan;
import io.missionwatch.quickstart.stack.WantedFeeds;
import java.io.IOException;
import java.net.BindException;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** The demo: sample feeds on a web server of this machine, and a stack that reads them. */
public final class Demo implements AutoCloseable {

    private final SampleServer server;
    private final RunningStack stack;

    private Demo(SampleServer server, RunningStack stack) {
        this.server = server;
        this.stack = stack;
    }

    /**
     * Starts it.
     *
     * @param session what an earlier run of it left
     * @param port where the console listens
     * @param backbone starts what it runs on
     * @param progress told of each stage
     * @param lines gets a line per alert
     * @throws IOException when the port of the feeds is in use
     */
    public static Demo start(
            DemoSession session,
            int port,
            Function<Progress, Backbone> backbone,
            Progress progress,
            Consumer<String> lines)
            throws IOException {
        var samples = Samples.builtIn();
        var server = serve(samples, session);
        try {
            var plan = new StackPlan(session.directory(), port, true, true);
            var line = new AlertLine(ZoneId.systemDefault());
            var stack = RunningStack.start(
                    plan,
                    backbone,
                    progress,
                    WantedFeeds.exactly(DemoFeeds.of(samples, server)),
                    AlertReader.From.THE_BEGINNING,
                    alert -> line.shown(alert).ifPresent(lines));
            return new Demo(server, stack);
        } catch (RuntimeException failure) {
            server.close();
            throw failure;
        }
    }

    private static SampleServer serve(Samples samples, DemoSession session) throws IOException {
        try {
            return SampleServer.start(samples, session.startedAt(), Clock.systemUTC(), session.feedPort());
        } catch (BindException taken) {
            throw new IOException(
                    ("port %d, where the feeds of the interrupted demo in %s were, is in use; end what uses it, or begin"
                                    + " anew with --fresh")
                            .formatted(session.feedPort(), session.directory()),
                    taken);
        }
    }

    /** What failed, if something did. */
    public Optional<String> failure() {
        return stack.failure();
    }

    @Override
    public void close() {
        stack.close();
        server.close();
    }
}
