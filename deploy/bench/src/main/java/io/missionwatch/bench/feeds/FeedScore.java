package io.missionwatch.bench.feeds;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;

/**
 * How many labels of a set of feeds a parser satisfies, over what matters for news.
 *
 * @param hits satisfied
 * @param misses the others, each with the file and what was seen instead
 * @param cleaned satisfied labels about cleaned HTML, which count apart
 * @param cleanable labels about cleaned HTML
 * @param uncleaned those of them that are not satisfied
 * @param feedsPerSecond of processor time
 */
record FeedScore(
        FeedReader reader,
        int hits,
        List<String> misses,
        int cleaned,
        int cleanable,
        List<String> uncleaned,
        double feedsPerSecond) {

    private static final int ROUNDS = 3;

    FeedScore {
        misses = List.copyOf(misses);
        uncleaned = List.copyOf(uncleaned);
    }

    static FeedScore of(FeedReader reader, List<LabelledFeed> feeds) {
        int hits = 0;
        int cleaned = 0;
        List<String> misses = new ArrayList<>();
        List<String> uncleaned = new ArrayList<>();
        for (var feed : feeds) {
            var seen = reader.read(feed.file(), feed.document());
            for (var assertion : feed.assertions()) {
                var holds = assertion.holdsFor(seen);
                if (holds.isEmpty()) {
                    continue;
                }
                if (!holds.get()) {
                    (feed.cleaned() ? uncleaned : misses).add(feed.file() + " " + assertion.inWords(seen));
                } else if (feed.cleaned()) {
                    cleaned++;
                } else {
                    hits++;
                }
            }
        }
        return new FeedScore(
                reader, hits, misses, cleaned, cleaned + uncleaned.size(), uncleaned, speed(reader, feeds));
    }

    private static double speed(FeedReader reader, List<LabelledFeed> feeds) {
        var threads = ManagementFactory.getThreadMXBean();
        long start = threads.getCurrentThreadCpuTime();
        for (int round = 0; round < ROUNDS; round++) {
            feeds.forEach(feed -> reader.read(feed.file(), feed.document()));
        }
        return ROUNDS * feeds.size() / ((threads.getCurrentThreadCpuTime() - start) / 1e9);
    }

    int total() {
        return hits + misses.size();
    }

    /** The satisfied share of the labels that count. */
    double share() {
        return hits / (double) total();
    }
}
