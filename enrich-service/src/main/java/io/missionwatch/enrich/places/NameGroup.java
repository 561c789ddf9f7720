package io.missionwatch.enrich.places;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** All sightings of one name in an article, which are taken to mean one place. */
final class NameGroup {
    private final boolean mayBeCounty;
    private final List<Sighting> sightings = new ArrayList<>();
    private int[] candidates = {};
    private double[] priors = {};
    private double[] supports = {};
    private double[] shares = {};
    private double[] pulls = {};
    private double evidence;
    private int best = Sighting.NONE;

    /** @param mayBeCounty whether the article names a county of this name in full */
    NameGroup(boolean mayBeCounty) {
        this.mayBeCounty = mayBeCounty;
    }

    /** "Butler" is Butler County only where the text says so, here or elsewhere. */
    boolean mayBeCounty() {
        return mayBeCounty || sightings.stream().anyMatch(Sighting::namesDivision);
    }

    void add(Sighting sighting) {
        sightings.add(sighting);
    }

    List<Sighting> sightings() {
        return sightings;
    }

    void setCandidates(int[] places, double[] weights) {
        candidates = places;
        priors = weights;
        supports = new double[places.length];
        evidence = sightings.stream().mapToDouble(Sighting::evidence).max().orElse(0);
        choose();
    }

    int size() {
        return candidates.length;
    }

    int candidate(int index) {
        return candidates[index];
    }

    void support(int index, double weight) {
        supports[index] = weight;
    }

    double score(int index) {
        return priors[index] + supports[index];
    }

    double supportOfBest() {
        return best < 0 ? 0 : supports[best];
    }

    /** The place with the highest score; -1 if there is none. */
    int chosen() {
        return best < 0 ? Sighting.NONE : candidates[best];
    }

    void choose() {
        best = Sighting.NONE;
        for (var index = 0; index < candidates.length; index++) {
            if (best < 0 || score(index) > score(best)) {
                best = index;
            }
        }
        shares = shares();
        pulls = Arrays.stream(shares).map(Math::sqrt).toArray();
    }

    /** How strongly a candidate draws the places of other names to itself: less than in proportion to its likelihood. */
    double pull(int index) {
        return pulls[index];
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
        return best < 0 ? 0 : shares[best];
    }

    /** The strongest evidence of any sighting, as it was when the candidates were set. */
    double evidence() {
        return evidence;
    }
}
