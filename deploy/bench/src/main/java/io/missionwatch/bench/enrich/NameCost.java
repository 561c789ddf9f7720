package io.missionwatch.bench.enrich;

import io.missionwatch.bench.figures.CpuClock;
import io.missionwatch.bench.figures.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Measures how fast names are found, beside three peers, each with the same names in the same articles. */
final class NameCost {
    private static final int ARTICLES = 2_000;
    private static final double MEGABYTE = 1e6;
    private static final List<Function<List<String>, NameFinder>> PEERS =
            List.of(DoubleArrayNames::new, TrieNames::new, FstNames::new);

    private final int rounds;
    private long found;

    NameCost(int rounds) {
        this.rounds = rounds;
    }

    List<Row> rows() {
        var rows = new ArrayList<Row>();
        rows.addAll(rows(1_000, 1.2));
        rows.addAll(rows(10_000, 1.5));
        rows.addAll(rows(100_000, 2));
        rows.add(memory(100_000));
        return rows;
    }

    private List<Row> rows(int count, double wanted) {
        var made = new MadeNames(count);
        var names = made.names(count);
        var articles = made.articles(ARTICLES, names);
        var ours = NameFinder.ours(names);
        var peers = PEERS.stream().map(peer -> peer.apply(names)).toList();
        peers.forEach(peer -> sameHits(ours, peer, articles));
        return compared(ours, peers, articles, "%,d names".formatted(count), wanted);
    }

    private List<Row> compared(
            NameFinder ours, List<NameFinder> peers, List<String> articles, String names, double wanted) {
        var ratios = new ArrayList<Double>();
        var speeds = new ArrayList<Double>();
        var best = new ArrayList<String>();
        for (var round = -1; round < rounds; round++) {
            var own = speed(ours, articles);
            var most = 0.0;
            for (var peer : peers) {
                var speed = speed(peer, articles);
                if (speed > most) {
                    most = speed;
                    best.add(peer.name());
                }
            }
            if (round >= 0) {
                speeds.add(own);
                ratios.add(own / most);
            }
        }
        var peer = best.get(best.size() - 1);
        return List.of(
                Row.told("MB a CPU second at " + names, CpuClock.median(speeds), "%.0f"),
                Row.atLeast(
                        "times the best peer at %s (%s)".formatted(names, peer),
                        CpuClock.median(ratios),
                        "%.1f",
                        wanted));
    }

    /** Megabytes a second of processor time. The clock of a process ticks slowly: what is quick is done several times. */
    private double speed(NameFinder finder, List<String> articles) {
        var letters = 0L;
        var start = CpuClock.seconds();
        var seconds = 0.0;
        do {
            for (var article : articles) {
                finder.find(article, (from, to, id) -> found += to - from);
                letters += article.length();
            }
            seconds = CpuClock.seconds() - start;
        } while (seconds < 0.25);
        return letters / MEGABYTE / seconds;
    }

    private static void sameHits(NameFinder ours, NameFinder peer, List<String> articles) {
        var hits = 0;
        for (var article : articles) {
            var own = spans(ours, article);
            var others = spans(peer, article);
            if (!own.equals(others)) {
                throw new IllegalStateException("not the hits of " + peer.name() + ": " + own + " and " + others);
            }
            hits += own.size();
        }
        if (hits < articles.size()) {
            throw new IllegalStateException("hardly a name was found: there is nothing to compare");
        }
    }

    private static List<String> spans(NameFinder finder, String article) {
        var spans = new ArrayList<String>();
        finder.find(article, (from, to, id) -> spans.add(from + "-" + to));
        return spans;
    }

    private static Row memory(int count) {
        var names = new MadeNames(count).names(count);
        var ours = Heap.held(() -> NameFinder.ours(names));
        var trie = Heap.held(() -> new DoubleArrayNames(names));
        return Row.atMost(
                "MiB of %,d names, where %s holds %.0f"
                        .formatted(count, trie.made().name(), trie.mebibytes()),
                ours.mebibytes(),
                "%.0f",
                trie.mebibytes());
    }
}
