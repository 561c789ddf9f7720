package io.missionwatch.quickstart.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command line of Missionwatch. Exit codes: 0 done, 1 faults were found, 2 it could not be done. */
@Command(
        name = "missionwatch",
        mixinStandardHelpOptions = true,
        version = "missionwatch 0.1.0",
        description = "Watches the news for threats against foreign missions.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            DemoCommand.class,
            RunCommand.class,
            BacktestCommand.class,
            ExplainCommand.class,
            PatternsCommand.class,
            DeliveriesCommand.class,
            FeedsCommand.class,
            ArticlesCommand.class,
            TokensCommand.class,
            DeadLettersCommand.class,
            ReferenceCommand.class,
            HelpCommand.class
        },
        footer = {"", "missionwatch COMMAND --help tells more of a command."})
public final class Missionwatch implements Runnable {

    @Spec
    private CommandSpec spec;

    /** Runs a command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        var out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        var err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        var code = run(out, err, arguments);
        out.flush();
        err.flush();
        // Client threads of Kafka may still be winding down; nothing of theirs is worth waiting for.
        Runtime.getRuntime().halt(code);
    }

    /** Runs a command with other writers than the terminal's; returns its exit code. */
    public static int run(PrintWriter out, PrintWriter err, String... arguments) {
        return new CommandLine(new Missionwatch())
                .addSubcommand(ServiceCommand.line())
                .setOut(out)
                .setErr(err)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(Missionwatch::explainUsage)
                .setExecutionExceptionHandler((failure, command, parsed) -> explainFailure(failure, command))
                .execute(arguments);
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a command is missing");
    }

    private static int explainUsage(ParameterException wrong, String[] arguments) {
        var command = wrong.getCommandLine();
        var name = command.getCommandSpec().qualifiedName();
        command.getErr().println(name + ": " + CommandFailure.inOneLine(wrong) + "; see " + name + " --help");
        return CommandFailure.EXIT_CODE;
    }

    private static int explainFailure(Exception failure, CommandLine command) {
        command.getErr().println("missionwatch: " + CommandFailure.inOneLine(failure));
        return CommandFailure.EXIT_CODE;
    }
}
