package io.missionwatch.enrich.places;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

/** All sightings of one name in an article, which are taken to mean one place. */
final class NameGroup {
    private static final int[] NONE = {};

    private final boolean mayBeCounty;
    private final List<Sighting> sightings = new ArrayList<>();
    private Spot[] candidates = {};
    private double[] priors = {};
    private double[] supports = {};
    /** For each candidate a bit for each neighbour that has nothing to do with it. */
    private long[] strangers = {};

    private Reach reach = Reach.of();

    private Spot[] ranked = {};
    private double[] pulls = {};
    private double shareOfBest;
    private double evidence;
    private int best = Sighting.NONE;

    /** @param mayBeCounty whether the article names a county of this name in full */
    NameGroup(boolean mayBeCounty) {
        this.mayBeCounty = mayBeCounty;
    }

    /** "Butler" is Butler County only where the text says so, here or elsewhere. */
    boolean mayBeCounty() {
        return mayBeCounty || namesDivision();
    }

    void add(Sighting sighting) {
        sightings.add(sighting);
    }

    List<Sighting> sightings() {
        return sightings;
    }

    /** The ids of all sightings, each once, in the order in which they were found. */
    int[] ids() {
        return allOf(sightings);
    }

    /** The ids of what the text puts right behind this name as the place that holds it. */
    int[] containers() {
        return allOf(others(Sighting::container));
    }

    /** The ids of the states and peoples whose missions the text puts at this name. */
    int[] senders() {
        return allOf(others(Sighting::sender));
    }

    private List<Sighting> others(UnaryOperator<Sighting> of) {
        var others = new ArrayList<Sighting>(0);
        for (var sighting : sightings) {
            var other = of.apply(sighting);
            if (other != null) {
                others.add(other);
            }
        }
        return others;
    }

    /** Most sightings of a name have the same ids, so that few of them are looked at. */
    private static int[] allOf(List<Sighting> sightings) {
        if (sightings.isEmpty()) {
            return NONE;
        }
        var first = sightings.get(0).ids();
        if (haveAll(sightings, first)) {
            return first;
        }
        var all = Arrays.copyOf(first, first.length);
        for (var sighting : sightings) {
            all = SightingIds.joined(all, sighting.ids());
        }
        return all;
    }

    private static boolean haveAll(List<Sighting> sightings, int[] ids) {
        for (var sighting : sightings) {
            if (!Arrays.equals(sighting.ids(), ids)) {
                return false;
            }
        }
        return true;
    }

    /** Whether the text says anywhere that a province, county or district is meant. */
    boolean namesDivision() {
        for (var sighting : sightings) {
            if (sighting.namesDivision()) {
                return true;
            }
        }
        return false;
    }

    void setCandidates(Spot[] places, double[] weights) {
        candidates = places;
        priors = weights;
        supports = new double[places.length];
        strangers = new long[places.length];
        reach = Reach.of(places);
        evidence = Double.NEGATIVE_INFINITY;
        for (var sighting : sightings) {
            evidence = Math.max(evidence, sighting.evidence());
        }
        choose();
    }

    int size() {
        return candidates.length;
    }

    Spot candidate(int index) {
        return candidates[index];
    }

    /** A bound of the nearness of a place to any candidate. */
    double nearnessAtMost(Spot spot) {
        return reach.nearnessAtMost(spot);
    }

    /** Takes what the other names of the article say for each candidate, and chooses again. */
    void support(double[] weights) {
        supports = weights;
        choose();
    }

    /** Whether no place that a neighbouring name may mean has anything to do with a candidate. */
    boolean isStranger(int candidate, int neighbour) {
        return (strangers[candidate] & 1L << neighbour) != 0;
    }

    void setStranger(int candidate, int neighbour) {
        strangers[candidate] |= 1L << neighbour;
    }

    private double score(int index) {
        return priors[index] + supports[index];
    }

    double supportOfBest() {
        return best < 0 ? 0 : supports[best];
    }

    /** The place with the highest score; -1 if there is none. */
    int chosen() {
        return best < 0 ? Sighting.NONE : candidates[best].place();
    }

    private void choose() {
        best = Sighting.NONE;
        for (var index = 0; index < candidates.length; index++) {
            if (best < 0 || score(index) > score(best)) {
                best = index;
            }
        }
        rank(shares());
    }

    /** The candidate of a rank; the likeliest has rank 0. */
    Spot ranked(int rank) {
        return ranked[rank];
    }

    /** How strongly the candidate of a rank draws the places of other names to itself: less than in proportion to its likelihood. */
    double pull(int rank) {
        return pulls[rank];
    }

    /** Sorts by insertion: candidates come nearly in order. */
    private void rank(double[] shares) {
        ranked = new Spot[shares.length];
        pulls = new double[shares.length];
        for (var index = 0; index < shares.length; index++) {
            var pull = Math.sqrt(shares[index]);
            var rank = index;
            for (; rank > 0 && pulls[rank - 1] < pull; rank--) {
                pulls[rank] = pulls[rank - 1];
                ranked[rank] = ranked[rank - 1];
            }
            pulls[rank] = pull;
            ranked[rank] = candidates[index];
        }
        shareOfBest = best < 0 ? 0 : shares[best];
    }

    private double[] shares() {
        var weights = new double[candidates.length];
        var sum = 0.0;
        for (var index = 0; index < weights.length; index++) {
            weights[index] = Math.exp(score(index) - score(best));
            sum += weights[index];
        }
        for (var index = 0; index < weights.length; index++) {
            weights[index] /= sum;
        }
        return weights;
    }

    double shareOfBest() {
        return shareOfBest;
    }

    /** The strongest evidence of any sighting, as it was when the candidates were set. */
    double evidence() {
        return evidence;
    }
}
