package io.missionwatch.bench.feeds;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Prints what our feed parser and ROME make of labelled feeds, and how fast. HTML that is cleaned up is counted apart: the
 * labels keep what that parser's authors hold to be safe, and we keep less.
 *
 * <p>Arguments: the directory of the feeds; a file to write the assertions that we miss to, if wanted.
 */
public final class FeedBench {

    private FeedBench() {}

    /** Runs the comparison. */
    public static void main(String[] args) throws IOException {
        var folder = Path.of(args.length > 0 ? args[0] : "../shared/eval/feeds");
        var out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        var scores = compare(folder);
        out.print(table(scores));
        out.flush();
        if (args.length > 1) {
            Files.write(Path.of(args[1]), scores.get(0).misses());
        }
    }

    /** The score of each reader, ours first. */
    static List<FeedScore> compare(Path folder) throws IOException {
        var documents = LabelledFeed.in(folder);
        return Stream.of(FeedReader.values())
                .map(reader -> FeedScore.of(reader, documents))
                .toList();
    }

    /** The scores as text. */
    static String table(List<FeedScore> scores) {
        var table = new StringBuilder(
                "%-14s %12s %8s %14s %14s%n".formatted("parser", "assertions", "share", "clean-up", "feeds/s"));
        scores.forEach(score -> table.append(String.format(
                Locale.ROOT,
                "%-14s %12s %7.1f%% %14s %14.0f%n",
                score.reader().label(),
                score.hits() + "/" + score.total(),
                score.share() * 100,
                score.cleaned() + "/" + score.cleanable(),
                score.feedsPerSecond())));
        return table.toString();
    }
}
