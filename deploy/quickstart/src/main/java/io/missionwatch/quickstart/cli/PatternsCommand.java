package io.missionwatch.quickstart.cli;

import io.missionwatch.alert.patterns.PatternsCheck;
import io.missionwatch.alert.patterns.PatternsMatch;
import io.missionwatch.alert.patterns.PatternsTest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tries patterns without running anything: whether they are valid, and what they match. */
@Command(
        name = "patterns",
        description = "Check patterns, try them on their examples, and match them against events.",
        mixinStandardHelpOptions = true)
final class PatternsCommand {

    @Spec
    private CommandSpec spec;

    @Command(
            description = "Check that pattern files are valid Sigma rules; prints a line per fault, file:line: reason.",
            mixinStandardHelpOptions = true)
    int check(
            @Parameters(arity = "1..*", paramLabel = "PATH", description = "Files, or directories of them.")
                    List<Path> paths,
            @Mixin PlaceholderOptions placeholders)
            throws IOException {
        return new PatternsCheck(spec.commandLine().getOut(), placeholders.lists()).check(Given.paths(paths));
    }

    @Command(
            description = "Try patterns on the examples inside them; prints a line per example that fails.",
            mixinStandardHelpOptions = true)
    int test(
            @Parameters(arity = "1..*", paramLabel = "PATH", description = "Files, or directories of them.")
                    List<Path> paths,
            @Mixin PlaceholderOptions placeholders)
            throws IOException {
        return new PatternsTest(spec.commandLine().getOut(), placeholders.lists()).test(Given.paths(paths));
    }

    @Command(
            description = "Print which pattern matches which event, a line of JSON per match.",
            mixinStandardHelpOptions = true)
    int match(
            @Option(
                            names = "--patterns",
                            required = true,
                            paramLabel = "PATH",
                            description = "A file, or a directory of them.")
                    List<Path> patterns,
            @Option(
                            names = "--events",
                            required = true,
                            paramLabel = "FILE",
                            description = "Events: one JSON object, an array, or JSON lines.")
                    Path events,
            @Option(names = "--root", paramLabel = "PATH", description = "Where else in an event a field is looked up.")
                    List<String> roots,
            @Mixin PlaceholderOptions placeholders)
            throws IOException {
        var command = spec.commandLine();
        return new PatternsMatch(command.getOut(), command.getErr(), placeholders.lists())
                .match(Given.paths(patterns), Given.file(events), roots == null ? List.of() : roots);
    }
}
