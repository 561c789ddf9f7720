package io.missionwatch.quickstart.cli;

import io.missionwatch.ingest.extract.ArticlesExtract;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Brings articles of the past into a running stack, and looks at single pages without running anything. */
@Command(
        name = "articles",
        description = "Bring articles of the past into a running stack; see what the article extractor sees.",
        subcommands = ArticlesImport.class,
        mixinStandardHelpOptions = true)
final class ArticlesCommand {

    @Spec
    private CommandSpec spec;

    @Command(
            description = "Print the article of a page as JSON; a directory gives a line per page.",
            mixinStandardHelpOptions = true)
    int extract(
            @Parameters(
                            paramLabel = "FILE|URL|DIR",
                            description = "The page (.html, .html.gz), or a directory of pages.")
                    String target,
            @Option(names = "--url", paramLabel = "U", description = "The address that a file's page was found at.")
                    Optional<URI> url)
            throws IOException {
        var command = spec.commandLine();
        return Fetches.articlesExtract().run(new ArticlesExtract.Args(target, url), command.getOut(), command.getErr());
    }
}
