package io.missionwatch.quickstart.cli;

import io.missionwatch.ingest.doors.Caller;
import io.missionwatch.ingest.doors.FeedAdmin;
import io.missionwatch.ingest.doors.FeedJson;
import io.missionwatch.ingest.doors.FeedView;
import io.missionwatch.ingest.feeds.FeedList;
import io.missionwatch.ingest.feeds.FeedsParse;
import io.missionwatch.schema.FeedStatus;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows and changes the feeds of a running stack, and looks at single feeds without running anything. */
@Command(
        name = "feeds",
        description = "Show and change the feeds of a running stack; see what the feed parser sees.",
        subcommands = FeedsImport.class,
        mixinStandardHelpOptions = true)
final class FeedsCommand {

    @Spec
    private CommandSpec spec;

    @Command(description = "List the feeds with how they are doing.", mixinStandardHelpOptions = true)
    int list(
            @Mixin ClusterOptions cluster,
            @Option(names = "--json", description = "A line of JSON for each.") boolean json)
            throws IOException {
        var views = with(cluster, FeedAdmin::all);
        if (json) {
            views.forEach(view -> out().println(FeedJson.of(view)));
            return 0;
        }
        var ago = new Ago(Clock.systemUTC().instant());
        var table = new TextTable("ID", "OUTLET", "STATUS", "LAST POLL", "NEXT POLL", "NEWEST ITEM", "ERRORS");
        views.forEach(view -> row(table, view, ago));
        table.print(out());
        return 0;
    }

    private static void row(TextTable table, FeedView view, Ago ago) {
        var status = view.status();
        table.row(
                view.feed().id(),
                view.feed().outlet(),
                inWords(view),
                ago.of(status.map(FeedStatus::getLastPoll).orElse(null)),
                ago.of(status.map(FeedStatus::getNextPoll).orElse(null)),
                ago.of(status.map(FeedStatus::getNewestItem).orElse(null)),
                status.map(known -> Integer.toString(known.getConsecutiveErrors()))
                        .orElse("-"));
    }

    private static String inWords(FeedView view) {
        if (view.feed().paused()) {
            return "PAUSED";
        }
        return view.status()
                .map(status -> status.getStatus() + (status.getSilent() ? ", silent" : ""))
                .orElse("-");
    }

    @Command(description = "Show all that is known of one feed, as JSON.", mixinStandardHelpOptions = true)
    int show(@Mixin ClusterOptions cluster, @Parameters(paramLabel = "ID") String id) throws IOException {
        out().println(FeedJson.of(with(cluster, feeds -> feeds.find(id).orElseThrow(() -> unknown(id))))
                .toPrettyString());
        return 0;
    }

    @Command(description = "Add a feed; it is polled within seconds.", mixinStandardHelpOptions = true)
    int add(
            @Mixin ClusterOptions cluster,
            @Parameters(paramLabel = "URL", description = "Where it is.") String url,
            @Option(names = "--id", paramLabel = "ID", description = "Its id; made of the address if not given.")
                    Optional<String> id,
            @Mixin FeedFieldOptions fields)
            throws IOException {
        var given = fields.given();
        given.put("url", url);
        id.ifPresent(text -> given.put("id", text));
        var feed = FeedList.feed(given);
        with(cluster, feeds -> {
            if (feeds.find(feed.id()).isPresent()) {
                throw new CommandFailure("there is a feed " + feed.id() + " already; feeds change changes it");
            }
            return feeds.put(feed, Caller.atCommandLine(cluster.by()));
        });
        return said("added " + feed.id());
    }

    @Command(
            description = "Change fields of a feed; what is not named stays, an empty value takes a field back.",
            mixinStandardHelpOptions = true)
    int change(
            @Mixin ClusterOptions cluster,
            @Parameters(paramLabel = "ID") String id,
            @Option(names = "--url", paramLabel = "URL", description = "Where it is.") Optional<String> url,
            @Mixin FeedFieldOptions fields)
            throws IOException {
        var given = fields.given();
        url.ifPresent(text -> given.put("url", text));
        if (given.isEmpty()) {
            throw new CommandFailure("name what to change, such as --interval 10m");
        }
        with(cluster, feeds -> {
            var before = feeds.find(id).orElseThrow(() -> unknown(id)).feed();
            var changed = new HashMap<>(FeedList.texts(before));
            changed.putAll(given);
            return feeds.put(FeedList.feed(changed), Caller.atCommandLine(cluster.by()));
        });
        return said("changed " + id);
    }

    @Command(description = "Poll a feed no more for now; its state is kept.", mixinStandardHelpOptions = true)
    int pause(@Mixin ClusterOptions cluster, @Parameters(paramLabel = "ID") String id) throws IOException {
        with(
                cluster,
                feeds -> feeds.pause(id, true, Caller.atCommandLine(cluster.by()))
                        .orElseThrow(() -> unknown(id)));
        return said("paused " + id);
    }

    @Command(description = "Poll a feed again.", mixinStandardHelpOptions = true)
    int resume(@Mixin ClusterOptions cluster, @Parameters(paramLabel = "ID") String id) throws IOException {
        with(
                cluster,
                feeds -> feeds.pause(id, false, Caller.atCommandLine(cluster.by()))
                        .orElseThrow(() -> unknown(id)));
        return said("resumed " + id);
    }

    @Command(description = "Remove a feed and what is remembered of it.", mixinStandardHelpOptions = true)
    int remove(@Mixin ClusterOptions cluster, @Parameters(paramLabel = "ID") String id) throws IOException {
        if (!with(cluster, feeds -> feeds.remove(id, Caller.atCommandLine(cluster.by())))) {
            throw unknown(id);
        }
        return said("removed " + id);
    }

    @Command(description = "Print the feeds as YAML or OPML.", mixinStandardHelpOptions = true)
    int export(
            @Mixin ClusterOptions cluster,
            @Option(names = "--out", paramLabel = "FILE", description = "Write this file; .opml and .xml are OPML.")
                    Optional<Path> file,
            @Option(names = "--opml", description = "As OPML.") boolean opml)
            throws IOException {
        var feeds = with(cluster, FeedAdmin::all).stream().map(FeedView::feed).toList();
        boolean asOpml = opml || file.map(FeedsCommand::isOpml).orElse(false);
        var text = asOpml ? FeedList.toOpml(feeds) : FeedList.toYaml(feeds);
        if (file.isPresent()) {
            Files.writeString(file.get(), text);
            return said("wrote %d feeds to %s".formatted(feeds.size(), file.get()));
        }
        out().print(text);
        out().flush();
        return 0;
    }

    private static boolean isOpml(Path file) {
        var name = file.toString().toLowerCase(Locale.ROOT);
        return name.endsWith(".opml") || name.endsWith(".xml");
    }

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

    static <T> T with(ClusterOptions options, Function<FeedAdmin, T> work) throws IOException {
        try (var cluster = options.connect();
                var feeds = FeedAdmin.open(cluster.kafka(), cluster.serdes())) {
            return work.apply(feeds);
        }
    }

    private static CommandFailure unknown(String id) {
        return new CommandFailure("no feed " + id + "; feeds list lists them");
    }

    private int said(String line) {
        out().println(line);
        out().flush();
        return 0;
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
