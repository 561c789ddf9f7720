package io.missionwatch.quickstart.cli;

import io.missionwatch.ingest.doors.Caller;
import io.missionwatch.ingest.doors.FeedAdmin;
import io.missionwatch.ingest.doors.FeedView;
import io.missionwatch.ingest.feeds.FeedList;
import io.missionwatch.ingest.feeds.FeedSource;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Adds the feeds of a file to those that are read. */
@Command(
        name = "import",
        description = "Add the feeds of a YAML or OPML file, and change those that differ.",
        mixinStandardHelpOptions = true)
final class FeedsImport implements Callable<Integer> {

    private static final int FAULTS = 1;

    @Spec
    private CommandSpec spec;

    @Mixin
    private ClusterOptions cluster;

    @Parameters(paramLabel = "FILE", description = "The list of feeds.")
    private Path file;

    @Option(names = "--replace", description = "Remove the feeds that are not in the file.")
    private boolean replace;

    @Option(names = "--dry-run", description = "Only say what would be done.")
    private boolean dryRun;

    @Override
    public Integer call() throws IOException {
        var list = read();
        if (!list.faults().isEmpty()) {
            list.faults().forEach(spec.commandLine().getErr()::println);
            return FAULTS;
        }
        FeedsCommand.with(cluster, feeds -> {
            bring(feeds, list.feeds());
            return list;
        });
        return 0;
    }

    private FeedList read() throws IOException {
        try {
            return FeedList.read(file);
        } catch (CharacterCodingException notText) {
            throw new CommandFailure(
                    file + " is not UTF-8 text; convert it first, for instance with iconv -t UTF-8", notText);
        }
    }

    private void bring(FeedAdmin feeds, List<FeedSource> wanted) {
        int added = 0;
        int changed = 0;
        for (var feed : wanted) {
            var before = feeds.find(feed.id()).map(FeedView::feed);
            if (!before.equals(Optional.of(feed))) {
                added += before.isEmpty() ? 1 : 0;
                changed += before.isPresent() ? 1 : 0;
                say(before.isEmpty() ? "add" : "change", feed.id());
                if (!dryRun) {
                    feeds.put(feed, Caller.atCommandLine(cluster.by()));
                }
            }
        }
        int removed = replace ? removeOthers(feeds, wanted) : 0;
        spec.commandLine()
                .getOut()
                .printf(
                        "%s%d added, %d changed, %d unchanged, %d removed%n",
                        dryRun ? "would be: " : "", added, changed, wanted.size() - added - changed, removed);
    }

    private int removeOthers(FeedAdmin feeds, List<FeedSource> wanted) {
        var ids = wanted.stream().map(FeedSource::id).collect(Collectors.toSet());
        var others = feeds.all().stream()
                .map(view -> view.feed().id())
                .filter(id -> !ids.contains(id))
                .toList();
        for (var id : others) {
            say("remove", id);
            if (!dryRun) {
                feeds.remove(id, Caller.atCommandLine(cluster.by()));
            }
        }
        return others.size();
    }

    private void say(String what, String id) {
        spec.commandLine().getOut().println(what + " " + id);
    }
}
