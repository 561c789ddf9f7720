package io.missionwatch.quickstart.cli;

import io.missionwatch.embedded.Ports;
import io.missionwatch.quickstart.stack.AlertLine;
import io.missionwatch.quickstart.stack.AlertReader;
import io.missionwatch.quickstart.stack.FeedFile;
import io.missionwatch.quickstart.stack.RunningStack;
import io.missionwatch.quickstart.stack.StackPlan;
import io.missionwatch.quickstart.stack.WantedFeeds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Runs the whole stream over the feeds that the user names. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description = {
            "Run the three services over your own feeds, on a Kafka broker and a schema registry in this process or on"
                    + " yours (--kafka, --registry), and print each alert as it comes.",
            "What it knows survives a restart with the same --data."
        })
final class RunCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private StackOptions stack;

    @Option(
            names = "--feeds",
            paramLabel = "FILE",
            description =
                    "The feeds to read, as YAML or OPML; the file is all of them. Without it, those of last time.")
    private Optional<Path> feeds = Optional.empty();

    @Option(
            names = "--data",
            defaultValue = "data/run",
            paramLabel = "DIR",
            description = "Where broker and services keep their data (${DEFAULT-VALUE}).")
    private Path directory;

    @Option(
            names = "--ingest-port",
            defaultValue = "0",
            paramLabel = "PORT",
            description = "Where articles and changes of feeds are taken, on 127.0.0.1; 0 takes a free one.")
    private int ingestPort;

    @Option(
            names = "--allow-loopback-feeds",
            description = "Also read feeds of this machine; otherwise private and local addresses are refused.")
    private boolean loopbackFeeds;

    @Override
    public Integer call() throws IOException, InterruptedException {
        var wanted = wanted();
        LogFile.under(Given.directory(directory));
        var port = stack.check();
        var door = ingestPort == 0 ? Ports.free(0) : ingestPort;
        var terminal = new Terminal(spec.commandLine().getOut());
        var line = new AlertLine(ZoneId.systemDefault());
        var plan = new StackPlan(directory, port, door, stack.createTopics(), loopbackFeeds);
        try (var shutdown = new Shutdown();
                var running = RunningStack.start(
                        plan,
                        progress -> stack.backbone(directory, progress),
                        terminal::stage,
                        wanted,
                        AlertReader.From.NOW,
                        alert -> line.shown(alert).ifPresent(terminal::line))) {
            terminal.line("");
            terminal.line("Reading %s   Console: http://127.0.0.1:%d   Push to: %s/v1/articles   Ctrl-C stops"
                    .formatted(inWords(wanted), port, plan.door()));
            terminal.line("");
            shutdown.await(running::failure);
        }
        return 0;
    }

    private WantedFeeds wanted() throws IOException {
        if (feeds.isPresent()) {
            return WantedFeeds.exactly(FeedFile.read(Given.file(feeds.get())));
        }
        if (stack.isEmbedded() && !Files.exists(directory.resolve("kafka"))) {
            // There is no last time.
            throw new ParameterException(spec.commandLine(), "Missing required option: '--feeds=FILE'");
        }
        return WantedFeeds.asTheyAre();
    }

    private static String inWords(WantedFeeds wanted) {
        return wanted.onlyThese() ? wanted.feeds().size() + " feeds" : "the feeds of last time";
    }
}
