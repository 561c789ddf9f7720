package io.missionwatch.quickstart.cli;

import io.missionwatch.quickstart.imports.ArticleImport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Brings articles of the past into a running stack. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = {
            "Bring articles of the past into a running stack: JSON lines as backtest reads them (.jsonl), plain text (.txt),"
                    + " pages (.html) and web archives (.warc), each also packed with gzip, and directories of them.",
            "Their own time of publication is kept; alerts from them are marked as exercises and go to nobody. What is"
                    + " known already makes no difference."
        })
final class ArticlesImport implements Callable<Integer> {

    private static final int SOME_REFUSED = 1;

    @Spec
    private CommandSpec spec;

    @Mixin
    private ClusterOptions cluster;

    @Parameters(arity = "1..*", paramLabel = "PATH", description = "Files, or directories of them.")
    private List<Path> paths;

    @Option(
            names = "--outlet",
            defaultValue = "unknown",
            paramLabel = "NAME",
            description = "The outlet of articles that name none (${DEFAULT-VALUE}).")
    private String outlet;

    @Option(
            names = "--refused",
            defaultValue = "import-refused.jsonl",
            paramLabel = "FILE",
            description = "Gets a line for each article that was refused, and why (${DEFAULT-VALUE}).")
    private Path refused;

    @Option(names = "--dry-run", description = "Read everything and send nothing.")
    private boolean dryRun;

    @Override
    public Integer call() throws IOException {
        var bar = new ProgressBar(spec.commandLine().getErr());
        var counts = run(new ArticleImport(outlet, refused, bar));
        bar.done();
        spec.commandLine()
                .getOut()
                .printf(
                        "%s %d, duplicate %d, refused %d%s%n",
                        dryRun ? "would send" : "sent",
                        counts.sent(),
                        counts.duplicate(),
                        counts.refused(),
                        counts.refused() > 0 ? "; the reasons stand in " + refused : "");
        return counts.refused() > 0 ? SOME_REFUSED : 0;
    }

    private ArticleImport.Counts run(ArticleImport articles) throws IOException {
        if (dryRun) {
            return articles.nowhere(paths);
        }
        try (var running = cluster.connect()) {
            return articles.to(running, paths);
        }
    }
}
