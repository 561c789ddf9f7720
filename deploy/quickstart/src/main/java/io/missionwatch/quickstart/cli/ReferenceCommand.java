package io.missionwatch.quickstart.cli;

import io.missionwatch.enrich.actors.ActorLexicon;
import io.missionwatch.enrich.places.Countries;
import io.missionwatch.enrich.reference.ReferenceCheck;
import io.missionwatch.enrich.reference.ReferenceFile;
import io.missionwatch.enrich.reference.imports.ActorImport;
import io.missionwatch.enrich.reference.imports.CameoImporter;
import io.missionwatch.enrich.reference.imports.UnListImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Adds and corrects the actors and places that articles are tagged with, while the services run. */
@Command(
        name = "reference",
        description = "Add and correct actors and places, live; check and import lists of them.",
        mixinStandardHelpOptions = true,
        subcommands = ReferenceCommand.Import.class)
final class ReferenceCommand {

    @Spec
    private CommandSpec spec;

    @Command(description = "Print what operators added or corrected, a line each.", mixinStandardHelpOptions = true)
    int list(@Mixin ClusterOptions cluster) throws IOException {
        try (var topics = topics(cluster)) {
            topics.entries().forEach(spec.commandLine().getOut()::println);
        }
        return 0;
    }

    @Command(
            description = "Add the actors and places of a file, or correct those that have their ids.",
            mixinStandardHelpOptions = true)
    int put(
            @Mixin ClusterOptions cluster,
            @Parameters(arity = "1..*", paramLabel = "FILE.yaml", description = "Actors and places.") List<Path> files)
            throws IOException {
        var faults = ReferenceCheck.load().files(files);
        faults.forEach(spec.commandLine().getErr()::println);
        if (!faults.isEmpty()) {
            return 1;
        }
        try (var topics = topics(cluster)) {
            for (var path : files) {
                var file = ReferenceFile.read(path);
                topics.put(file);
                spec.commandLine()
                        .getOut()
                        .printf(
                                "%s: %d actors, %d places%n",
                                path, file.actors().size(), file.places().size());
            }
        }
        return 0;
    }

    @Command(
            description = "Take actors and places of operators away; built-in ones of their ids are known again.",
            mixinStandardHelpOptions = true)
    int remove(
            @Mixin ClusterOptions cluster,
            @Parameters(arity = "1..*", paramLabel = "ID", description = "As list shows them.") List<String> ids)
            throws IOException {
        var out = spec.commandLine();
        try (var topics = topics(cluster)) {
            var missing = topics.remove(ids);
            missing.forEach(id -> out.getErr().println("no operator added " + id));
            return missing.isEmpty() ? 0 : 1;
        }
    }

    @Command(
            description = "Check files, or without any the built-in data; prints a line per fault, file:line: reason.",
            mixinStandardHelpOptions = true)
    int check(
            @Parameters(arity = "0..*", paramLabel = "PATH", description = "Files, or directories of them.")
                    List<Path> paths)
            throws IOException {
        var check = ReferenceCheck.load();
        var faults = paths == null || paths.isEmpty() ? check.builtIn() : check.files(paths);
        faults.forEach(spec.commandLine().getOut()::println);
        return faults.isEmpty() ? 0 : 1;
    }

    private static ReferenceTopics topics(ClusterOptions cluster) throws IOException {
        return new ReferenceTopics(cluster.connect(), cluster.by());
    }

    /** Makes files of actors from lists that others keep. */
    @Command(
            name = "import",
            description = "Print a file of actors, made from a list that others keep; put takes it.",
            mixinStandardHelpOptions = true)
    static final class Import {

        @Spec
        private CommandSpec spec;

        @Command(
                name = "un-list",
                description = "The consolidated list of the United Nations Security Council, as XML.",
                mixinStandardHelpOptions = true)
        int unList(@Parameters(paramLabel = "FILE.xml", description = "The list.") Path file) throws IOException {
            try (var stream = Files.newInputStream(file)) {
                return print(new UnListImporter(lexicon()).read(file.toString(), stream));
            }
        }

        @Command(
                name = "cameo",
                description = "A dictionary of actors with CAMEO codes, as event coders use.",
                mixinStandardHelpOptions = true)
        int cameo(@Parameters(paramLabel = "FILE", description = "The dictionary.") Path file) throws IOException {
            return print(new CameoImporter(lexicon()).read(file.toString(), Files.readString(file)));
        }

        private static ActorLexicon lexicon() {
            return ActorLexicon.load(Countries.load());
        }

        private int print(ActorImport found) {
            spec.commandLine().getOut().print(found.yaml());
            found.leftOut().forEach(spec.commandLine().getErr()::println);
            return 0;
        }
    }
}
