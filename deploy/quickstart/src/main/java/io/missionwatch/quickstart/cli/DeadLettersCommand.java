package io.missionwatch.quickstart.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.missionwatch.quickstart.letters.Letter;
import io.missionwatch.quickstart.letters.LetterBody;
import io.missionwatch.quickstart.letters.LetterFilter;
import io.missionwatch.quickstart.letters.LetterReplay;
import io.missionwatch.quickstart.letters.Letters;
import io.missionwatch.quickstart.stack.Cluster;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows the records that services could not handle, and gives them another try. */
@Command(
        name = "dead-letters",
        description = "Show the records that services could not handle, and give them another try.",
        mixinStandardHelpOptions = true)
final class DeadLettersCommand {

    private static final int SOME_SKIPPED = 1;

    @Spec
    private CommandSpec spec;

    /** Which letters are meant. */
    static final class FilterOptions {

        @Option(names = "--topic", paramLabel = "T", description = "Only those of this topic, or from it.")
        private Optional<String> topic = Optional.empty();

        @Option(names = "--stage", paramLabel = "S", description = "Only those that this step could not handle.")
        private Optional<String> stage = Optional.empty();

        @Option(
                names = "--error",
                paramLabel = "E",
                description = "Only those with this in class or message of the error.")
        private Optional<String> error = Optional.empty();

        @Option(names = "--partition", paramLabel = "N", description = "Only those in this partition.")
        private Optional<Integer> partition = Optional.empty();

        @Option(names = "--from", paramLabel = "OFFSET", description = "From this offset on.")
        private Optional<Long> from = Optional.empty();

        @Option(names = "--to", paramLabel = "OFFSET", description = "Up to this offset.")
        private Optional<Long> to = Optional.empty();

        LetterFilter filter() {
            return new LetterFilter(topic, stage, error, partition, from, to);
        }
    }

    @Command(description = "List them.", mixinStandardHelpOptions = true)
    int list(
            @Mixin ClusterOptions options,
            @Mixin FilterOptions filter,
            @Option(names = "--json", description = "A line of JSON for each.") boolean json)
            throws IOException {
        var table = new TextTable("TOPIC", "PARTITION", "OFFSET", "WHEN", "STAGE", "ERROR", "MESSAGE");
        try (var cluster = options.connect()) {
            Letters.read(cluster, filter.filter(), letter -> {
                if (json) {
                    out().println(json(letter));
                } else {
                    row(table, letter);
                }
            });
        }
        if (!json) {
            table.print(out());
        }
        out().flush();
        return 0;
    }

    private static void row(TextTable table, Letter letter) {
        table.row(
                letter.record().topic(),
                Integer.toString(letter.record().partition()),
                Long.toString(letter.record().offset()),
                letter.at().toString(),
                letter.stage(),
                letter.errorClass().replaceFirst(".*[.]", ""),
                letter.message());
    }

    private static String json(Letter letter) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("topic", letter.record().topic())
                .put("partition", letter.record().partition())
                .put("offset", letter.record().offset())
                .put("at", letter.at().toString())
                .put("key", letter.key())
                .put("stage", letter.stage())
                .put("errorClass", letter.errorClass())
                .put("message", letter.message())
                .toString();
    }

    @Command(
            description = "Show one: its headers, and its record as JSON or its bytes.",
            mixinStandardHelpOptions = true)
    int show(
            @Mixin ClusterOptions options,
            @Parameters(paramLabel = "TOPIC") String topic,
            @Parameters(paramLabel = "PARTITION") int partition,
            @Parameters(paramLabel = "OFFSET") long offset)
            throws IOException {
        var one = new LetterFilter(
                Optional.of(topic),
                Optional.empty(),
                Optional.empty(),
                Optional.of(partition),
                Optional.of(offset),
                Optional.of(offset));
        try (var cluster = options.connect()) {
            var found = found(cluster, one);
            if (found.isEmpty()) {
                throw new CommandFailure("no dead letter there; dead-letters list lists them");
            }
            var letter = found.get(0);
            out().println("key: " + plain(letter.key()));
            letter.record()
                    .headers()
                    .forEach(header -> out().println(
                                    header.key() + ": " + plain(new String(header.value(), StandardCharsets.UTF_8))));
            out().println();
            out().println(new LetterBody(cluster).shown(letter));
            out().flush();
        }
        return 0;
    }

    @Command(
            description = {
                "Write them again to the topics they came from, byte for byte.",
                "What is replayed twice is handled twice, so those that were replayed before are left out unless --again"
                        + " asks for them; articles and feeds have ids and come to no harm."
            },
            mixinStandardHelpOptions = true)
    int replay(
            @Mixin ClusterOptions options,
            @Mixin FilterOptions filter,
            @Option(names = "--dry-run", description = "Only say what would be done.") boolean dryRun,
            @Option(names = "--again", description = "Also those that were replayed before.") boolean again,
            @Option(
                            names = "--force",
                            description =
                                    "Also those that would become dead letters again, or undo a newer record of their key.")
                    boolean force)
            throws IOException {
        int replayed = 0;
        int skipped = 0;
        try (var cluster = options.connect();
                var replay = new LetterReplay(cluster, options.by())) {
            for (var letter : found(cluster, filter.filter())) {
                var obstacle = obstacle(replay, letter, again, force);
                if (obstacle.isEmpty() && !dryRun) {
                    replay.replay(letter);
                }
                replayed += obstacle.isEmpty() ? 1 : 0;
                skipped += obstacle.isEmpty() ? 0 : 1;
                out().println(letter.place() + "  " + (obstacle.isEmpty() ? word(dryRun) : "left out: " + obstacle));
            }
        }
        out().printf("%d %s, %d left out%n", replayed, word(dryRun), skipped);
        return skipped > 0 ? SOME_SKIPPED : 0;
    }

    private static String word(boolean dryRun) {
        return dryRun ? "would be replayed" : "replayed";
    }

    private static String obstacle(LetterReplay replay, Letter letter, boolean again, boolean force) {
        if (letter.origin().isEmpty()) {
            return "it came from no topic that is known";
        }
        if (letter.origin().filter(LetterReplay::isWrittenOnce).isPresent()) {
            return "alerts are written once; deliveries replay delivers them again";
        }
        if (replay.isDone(letter) && !again) {
            return "replayed before; --again replays it once more";
        }
        return force ? "" : replay.obstacle(letter);
    }

    private static List<Letter> found(Cluster cluster, LetterFilter filter) {
        var letters = new ArrayList<Letter>();
        Letters.read(cluster, filter, letters::add);
        return letters;
    }

    private static String plain(String text) {
        return text.replaceAll("\\p{Cc}", " ");
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
