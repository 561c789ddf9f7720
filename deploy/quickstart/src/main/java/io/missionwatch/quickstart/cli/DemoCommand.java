package io.missionwatch.quickstart.cli;

import io.missionwatch.embedded.EmbeddedBroker;
import io.missionwatch.quickstart.demo.Demo;
import io.missionwatch.quickstart.demo.DemoSession;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs the whole stream over sample feeds. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = {
            "Start a Kafka broker, a schema registry, the three services and a small web server with the feeds of five"
                    + " made-up outlets, and print each alert as it comes.",
            "Ctrl-C ends it and forgets it; a demo that was killed goes on where it was."
        })
final class DemoCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private StackOptions stack;

    @Option(
            names = "--data",
            defaultValue = "data/demo",
            paramLabel = "DIR",
            description = "Where the demo keeps what it must remember (${DEFAULT-VALUE}).")
    private Path directory;

    @Option(names = "--fresh", description = "Begin anew, also after a demo that was killed.")
    private boolean fresh;

    @Override
    public Integer call() throws IOException, InterruptedException {
        LogFile.under(Given.directory(directory));
        var port = stack.check();
        if (fresh) {
            forget();
        }
        var terminal = new Terminal(spec.commandLine().getOut());
        var session = DemoSession.in(directory, Clock.systemUTC().instant());
        terminal.line(session.resumed() ? "Going on with the demo of " + session.startedAt() : "Starting the demo");
        try (var shutdown = new Shutdown()) {
            try (var demo = Demo.start(
                    session, port, progress -> stack.backbone(directory, progress), terminal::stage, terminal::line)) {
                terminal.line("");
                terminal.line("Console: http://127.0.0.1:" + port + "   API: /api/v1/alerts   Ctrl-C ends the demo");
                terminal.line("");
                shutdown.await(demo::failure);
            }
            DemoSession.forget(directory);
        }
        return 0;
    }

    private void forget() throws IOException {
        if (EmbeddedBroker.isRunningIn(directory.resolve("kafka"))) {
            throw new CommandFailure("a demo is running in " + directory + "; stop it, or name another with --data");
        }
        DemoSession.forget(directory);
    }
}
