package io.missionwatch.bench.matching;

import io.missionwatch.alert.patterns.LivePatterns;
import io.missionwatch.bench.figures.CpuClock;
import io.missionwatch.bench.figures.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Measures what matching costs, and how soon patterns are in force. */
final class MatchingCost {
    private static final int FEW = 10;
    private static final int MANY = 1_000;
    private static final int MOST = 10_000;
    private static final int EVENTS = 10_000;
    private static final int EVENTS_OF_PEER = 300;
    private static final int PASSES = 4;
    private static final int WARM_UP = 3;

    private final int rounds;
    private final List<Map<String, Object>> events;
    private final List<MadePattern> patterns;
    private long matched;

    MatchingCost(int rounds, long seed) {
        var news = new MadeNews(seed);
        this.rounds = rounds;
        this.patterns = news.patterns(MOST);
        this.events = news.events(EVENTS);
    }

    String table() {
        var rows = new ArrayList<Row>();
        var few = new OurMatcher(patterns.subList(0, FEW));
        var many = new OurMatcher(patterns.subList(0, MANY));
        var most = new OurMatcher(patterns);
        for (int i = 0; i < WARM_UP; i++) {
            List.of(few, many, most).forEach(matcher -> cost(matcher, EVENTS));
        }
        var ofMany = new ArrayList<Double>();
        var growth = new ArrayList<Double>();
        for (int i = 0; i < rounds; i++) {
            double little = cost(few, EVENTS);
            growth.add(cost(most, EVENTS) / little);
            ofMany.add(cost(many, EVENTS));
        }
        double speed = 1 / CpuClock.median(ofMany);
        rows.add(Row.atLeast("events a CPU second at 1,000 patterns", speed, "%,.0f", 50_000));
        rows.add(Row.atMost("cost at 10,000 patterns over cost at 10", CpuClock.median(growth), "%.1f", 2.5));
        rows.add(beside("times Lucene's monitor at 1,000 patterns", many, MANY, 5));
        rows.add(beside("times Lucene's monitor at 10,000 patterns", most, MOST, 20));
        rows.add(loading());
        rows.add(swapping());
        return Row.table(rows);
    }

    /** Processor seconds an event. */
    private double cost(EventMatcher matcher, int count) {
        // The clock of a process ticks a hundred times a second: what is quick is done several times.
        int times = count == EVENTS ? PASSES : 1;
        return CpuClock.seconds(() -> {
                    for (int pass = 0; pass < times; pass++) {
                        events.subList(0, count)
                                .forEach(event ->
                                        matched += matcher.matches(event).size());
                    }
                })
                / (count * (double) times);
    }

    private Row beside(String what, EventMatcher ours, int count, double wanted) {
        try (var peer = new LuceneMatcher(patterns.subList(0, count))) {
            sameMatches(ours, peer);
            var ratios = new ArrayList<Double>();
            for (int i = 0; i < rounds; i++) {
                double own = cost(ours, EVENTS);
                ratios.add(cost(peer, EVENTS_OF_PEER) / own);
            }
            return Row.atLeast(what, CpuClock.median(ratios), "%.1f", wanted);
        }
    }

    private void sameMatches(EventMatcher ours, EventMatcher peer) {
        int found = 0;
        for (var event : events.subList(0, EVENTS_OF_PEER * 5)) {
            var own = ours.matches(event);
            if (!own.equals(peer.matches(event))) {
                throw new IllegalStateException("not the same matches: " + own + " and " + peer.matches(event));
            }
            found += own.size();
        }
        if (found == 0) {
            throw new IllegalStateException("nothing matched: there is nothing to compare");
        }
    }

    /** From the texts of all patterns to the moment in which events are held against them. */
    private Row loading() {
        var texts = OurMatcher.texts(patterns);
        var seconds = new ArrayList<Double>();
        for (int i = 0; i < rounds; i++) {
            seconds.add(CpuClock.seconds(() -> matched +=
                    new LivePatterns(texts, Runnable::run).current().patterns().size()));
        }
        return Row.atMost("CPU seconds to load 10,000 patterns from their texts", CpuClock.median(seconds), "%.2f", 1);
    }

    /** From a changed text to the moment in which events are held against it and all others. */
    private Row swapping() {
        var live = new OurMatcher(patterns).live();
        var seconds = new ArrayList<Double>();
        for (int i = 0; i < rounds; i++) {
            var changed = patterns.get(i);
            var text = OurMatcher.texts(List.of(changed)).get(0);
            seconds.add(CpuClock.seconds(() -> live.put(changed.id(), text)));
        }
        return Row.atMost("CPU seconds to change one of 10,000 patterns", CpuClock.median(seconds), "%.2f", 1);
    }
}
