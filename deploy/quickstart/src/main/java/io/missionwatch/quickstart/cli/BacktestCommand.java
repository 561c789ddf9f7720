package io.missionwatch.quickstart.cli;

import io.missionwatch.quickstart.backtest.Backtest;
import io.missionwatch.quickstart.backtest.PatternFiles;
import io.missionwatch.schema.Alert;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs the stream over articles of the past. */
@Command(
        name = "backtest",
        mixinStandardHelpOptions = true,
        description = {
            "Run the topologies of the enrich and alert services over articles of the past, in event time and without a"
                    + " broker, and write enriched.jsonl, events.jsonl and alerts.jsonl.",
            "An article is a line of JSON: id, outlet, published (ISO 8601 date or date-time, or null), title, text (or"
                    + " html), and if known url and language."
        })
final class BacktestCommand implements Callable<Integer> {

    private static final int REPORT_EACH = 500;

    @Spec
    private CommandSpec spec;

    @Option(names = "--articles", required = true, paramLabel = "FILE.jsonl", description = "The articles.")
    private Path articles;

    @Option(
            names = "--patterns",
            paramLabel = "DIR",
            description = "Use the patterns of these files instead of the built-in ones.")
    private Optional<Path> patterns = Optional.empty();

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Where the results go.")
    private Path out;

    @Override
    public Integer call() throws IOException {
        Given.file(articles);
        LogFile.under(Given.directory(out));
        var terminal = spec.commandLine();
        var held = patterns.isPresent() ? PatternFiles.read(patterns.get()) : PatternFiles.builtIn();
        var summary = new Backtest(held, out).run(articles, done -> report(terminal.getErr(), done));
        for (var alert : summary.alerts()) {
            terminal.getOut().println(line(alert));
        }
        terminal.getOut()
                .printf(
                        "%d articles, %d events, %d alerts; results in %s%n",
                        summary.articles(), summary.events(), summary.alerts().size(), out);
        return 0;
    }

    private static String line(Alert alert) {
        return "%s  %-8s %-8s  %s"
                .formatted(alert.getWindowStart(), alert.getSeverity(), alert.getStatus(), alert.getTitle());
    }

    private static void report(PrintWriter err, int done) {
        if (done % REPORT_EACH == 0) {
            err.println(done + " articles done");
        }
    }
}
