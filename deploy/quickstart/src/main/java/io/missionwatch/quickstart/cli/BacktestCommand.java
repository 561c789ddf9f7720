package io.missionwatch.quickstart.cli;

import io.missionwatch.alert.patterns.PatternText;
import io.missionwatch.quickstart.backtest.Backtest;
import io.missionwatch.quickstart.backtest.Comparison;
import io.missionwatch.quickstart.backtest.FiredTable;
import io.missionwatch.quickstart.backtest.Labels;
import io.missionwatch.quickstart.backtest.Past;
import io.missionwatch.quickstart.backtest.PatternFiles;
import io.missionwatch.schema.Alert;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs the stream over news of the past. */
@Command(
        name = "backtest",
        mixinStandardHelpOptions = true,
        description = {
            "Run the topologies of the enrich and alert services over news of the past, in event time and without a"
                    + " broker, and write enriched.jsonl, events.jsonl and alerts.jsonl.",
            "An article is a line of JSON: id, outlet, published (ISO 8601 date or date-time, or null), title, text (or"
                    + " html), and if known url and language. With --kafka the past of a topic is read instead."
        })
final class BacktestCommand implements Callable<Integer> {

    private static final int REPORT_EACH = 500;

    @Spec
    private CommandSpec spec;

    @ArgGroup(multiplicity = "1")
    private Source source;

    /** Where the past comes from. */
    static final class Source {
        @Option(names = "--articles", paramLabel = "FILE.jsonl", description = "The articles.")
        private Optional<Path> articles = Optional.empty();

        // Picocli knows no optional groups; this one is null unless one of its options is given.
        @ArgGroup(exclusive = false)
        private TopicOptions topic;
    }

    @Option(
            names = "--patterns",
            paramLabel = "DIR",
            description = "Use the patterns of these files instead of the built-in ones.")
    private Optional<Path> patterns = Optional.empty();

    @Option(
            names = "--compare",
            paramLabel = "DIR",
            description = "Hold the same events against another version of the patterns too, and tell the difference.")
    private Optional<Path> compared = Optional.empty();

    @Option(
            names = "--labels",
            paramLabel = "FILE.jsonl",
            description =
                    "What people say of the articles, for precision and recall: a line of JSON each with id, alert"
                            + " (true or false) and, if known, patterns (ids).")
    private Optional<Path> labels = Optional.empty();

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Where the results go.")
    private Path out;

    @Override
    public Integer call() throws IOException {
        if (source.articles.isPresent()) {
            Given.file(source.articles.get());
        }
        LogFile.under(Given.directory(out));
        var terminal = spec.commandLine();
        var given = labels.isPresent() ? Optional.of(Labels.in(labels.get())) : Optional.<Labels>empty();
        var versions = versions();
        var summary = new Backtest(versions, out).run(past(), done -> report(terminal.getErr(), done));
        var alerts = summary.fired().get(0).all();
        var lines = new ArrayList<>(alerts.stream().map(BacktestCommand::line).toList());
        lines.add("");
        lines.addAll(FiredTable.of(summary.fired().get(0), given));
        if (compared.isPresent()) {
            lines.add("");
            lines.addAll(FiredTable.of(summary.fired().get(1), given));
            lines.add("");
            lines.addAll(new Comparison(summary.fired().get(0), summary.fired().get(1)).lines());
        }
        lines.add("");
        lines.add("%d articles, %d events, %d alerts; results in %s"
                .formatted(summary.articles(), summary.events(), alerts.size(), out));
        lines.forEach(terminal.getOut()::println);
        return 0;
    }

    private Past past() throws IOException {
        return source.articles.isPresent() ? Past.in(source.articles.get()) : source.topic.past();
    }

    private List<List<PatternText>> versions() throws IOException {
        var versions = new ArrayList<List<PatternText>>();
        versions.add(patterns.isPresent() ? PatternFiles.read(patterns.get()) : PatternFiles.builtIn());
        if (compared.isPresent()) {
            versions.add(PatternFiles.read(compared.get()));
        }
        return versions;
    }

    private static String line(Alert alert) {
        return "%s  %-8s %-8s  %s"
                .formatted(alert.getWindowStart(), alert.getSeverity(), alert.getStatus(), alert.getTitle());
    }

    private static void report(PrintWriter err, int done) {
        if (done > 0 && done % REPORT_EACH == 0) {
            err.println(done + " articles done");
        }
    }
}
