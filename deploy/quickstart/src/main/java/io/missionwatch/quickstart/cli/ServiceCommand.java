package io.missionwatch.quickstart.cli;

import io.missionwatch.alert.AlertService;
import io.missionwatch.enrich.EnrichService;
import io.missionwatch.ingest.IngestService;
import java.util.function.Consumer;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Runs one service alone, as operators do; start more of one to scale it. */
@Command(
        name = "service",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "(ingest | enrich | alert)",
        description = {
            "Run one of the services on a Kafka cluster and a schema registry that are there already.",
            "Settings are --NAME=VALUE, stand in a file (--config FILE) or in the environment (MISSIONWATCH_NAME);"
                    + " 'missionwatch service ingest --help' lists those of ingest."
        })
final class ServiceCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    /** The command with a subcommand for each service; what follows the service's name is the service's own. */
    static CommandLine line() {
        return new CommandLine(new ServiceCommand())
                .addSubcommand("ingest", handingOn("Feeds to articles.", IngestService::main))
                .addSubcommand("enrich", handingOn("Articles to events.", EnrichService::main))
                .addSubcommand("alert", handingOn("Events to alerts.", AlertService::main));
    }

    private static CommandSpec handingOn(String description, Consumer<String[]> main) {
        var settings = PositionalParamSpec.builder()
                .arity("0..*")
                .type(String[].class)
                .paramLabel("--NAME=VALUE")
                .description("A setting.")
                .build();
        Runnable start = () -> main.accept(settings.getValue() == null ? new String[0] : settings.getValue());
        var command = CommandSpec.wrapWithoutInspection(start).addPositional(settings);
        command.usageMessage().description(description);
        command.parser().unmatchedOptionsArePositionalParams(true);
        return command;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "which service? ingest, enrich or alert");
    }
}
