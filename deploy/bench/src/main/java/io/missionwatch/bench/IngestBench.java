package io.missionwatch.bench;

import io.missionwatch.bench.extract.ExtractionBench;
import io.missionwatch.bench.feeds.FeedBench;
import io.missionwatch.bench.load.FeedLoadBench;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Prints how ingest does, beside its peers: feeds beside ROME, pages beside Readability4J, and what ten thousand feeds
 * cost. Labelled sets that are not there are left out.
 *
 * <p>Arguments: the directory of the labelled sets (../shared/eval); the number of feeds of the load (10000; 0 for none).
 */
public final class IngestBench {

    private IngestBench() {}

    /** Runs all three. */
    public static void main(String[] args) throws Exception {
        var labelled = Path.of(args.length > 0 ? args[0] : "../shared/eval");
        var feeds = args.length > 1 ? args[1] : "10000";
        if (Files.isDirectory(labelled.resolve("feeds"))) {
            FeedBench.main(new String[] {labelled.resolve("feeds").toString()});
        }
        if (Files.isDirectory(labelled.resolve("extract"))) {
            ExtractionBench.main(new String[] {labelled.resolve("extract").toString()});
        }
        if (!feeds.equals("0")) {
            FeedLoadBench.main(new String[] {feeds});
        }
    }
}
