package io.missionwatch.alert.sigma;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Decides whether the observations of one group satisfy a correlation. A function of the set of observations: their
 * order of arrival does not matter.
 */
public final class Correlator {
    private final Correlation correlation;
    private final Measure measure;
    private final boolean waits;

    private Correlator(CorrelationRule rule, List<Rule> rules) {
        this.correlation = rule.correlation();
        this.measure = new Measure(correlation, rules);
        this.waits = correlation.bounds().stream()
                .map(Correlation.Bound::comparison)
                .anyMatch(comparison -> comparison != Comparison.GT && comparison != Comparison.GTE);
    }

    /** A correlator for a rule of a set, in which the rules that it refers to are looked up. */
    public static Correlator of(CorrelationRule rule, RuleSet set) {
        return new Correlator(rule, set.rulesOf(rule));
    }

    /**
     * Whether the correlation can only be decided when a window has ended, because more observations could still undo
     * it: an upper bound, an equality.
     */
    public boolean waitsForEnd() {
        return waits;
    }

    /**
     * Every window in which the correlation holds. Where more observations can only help, each observation that finds
     * it satisfied within the timespan up to it ends a window. Else windows follow each other, each from the first
     * observation after the last window, and are looked at once they have ended.
     *
     * @param observations of one group, in any order
     * @param now up to when everything has been seen
     */
    public List<CorrelationMatch> matches(List<Observation> observations, Instant now) {
        var sorted = observations.stream()
                .sorted(Comparator.comparing(Observation::time))
                .toList();
        return waits ? closed(sorted, now) : sliding(sorted);
    }

    private List<CorrelationMatch> sliding(List<Observation> sorted) {
        var matches = new ArrayList<CorrelationMatch>();
        int from = 0;
        for (int last = 0; last < sorted.size(); last++) {
            var until = sorted.get(last).time();
            while (sorted.get(from).time().isBefore(until.minus(correlation.timespan()))) {
                from++;
            }
            boolean moreAtThatTime =
                    last + 1 < sorted.size() && sorted.get(last + 1).time().equals(until);
            if (!moreAtThatTime) {
                match(sorted.subList(from, last + 1), until).ifPresent(matches::add);
            }
        }
        return matches;
    }

    private List<CorrelationMatch> closed(List<Observation> sorted, Instant now) {
        var matches = new ArrayList<CorrelationMatch>();
        int from = 0;
        while (from < sorted.size()) {
            var end = sorted.get(from).time().plus(correlation.timespan());
            int to = from;
            while (to < sorted.size() && !sorted.get(to).time().isAfter(end)) {
                to++;
            }
            if (end.isBefore(now)) {
                match(sorted.subList(from, to), end).ifPresent(matches::add);
            }
            from = to;
        }
        return matches;
    }

    private Optional<CorrelationMatch> match(List<Observation> window, Instant until) {
        var counting = measure.satisfying(window);
        return counting.isEmpty()
                ? Optional.empty()
                : Optional.of(new CorrelationMatch(counting.get(0).time(), until, counting));
    }
}
