package io.missionwatch.quickstart.cli;

import io.missionwatch.ingest.feeds.FeedsParse;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Looks at feeds without running anything. */
@Command(name = "feeds", description = "See what the feed parser sees.", mixinStandardHelpOptions = true)
final class FeedsCommand {

    @Spec
    private CommandSpec spec;

    @Command(
            description = "Print what the parser reads from a feed as JSON; a directory gives a line per file.",
            mixinStandardHelpOptions = true)
    int parse(
            @Parameters(paramLabel = "FILE|URL|DIR", description = "The feed, or a directory of feeds.") String target,
            @Option(names = "--content-type", paramLabel = "T", description = "The Content-Type header it came with.")
                    Optional<String> contentType,
            @Option(
                            names = "--content-types",
                            paramLabel = "FILE.tsv",
                            description = "Content-Type headers: relative path, tab, header.")
                    Optional<Path> contentTypes)
            throws IOException {
        var command = spec.commandLine();
        return Fetches.feedsParse()
                .run(new FeedsParse.Args(target, contentType, contentTypes), command.getOut(), command.getErr());
    }
}
