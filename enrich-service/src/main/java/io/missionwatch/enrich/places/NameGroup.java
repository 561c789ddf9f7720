package io.missionwatch.enrich.places;

import java.util.ArrayList;
import java.util.List;

/** All sightings of one name in an article, which are taken to mean one place. */
final class NameGroup {
    private final List<Sighting> sightings = new ArrayList<>();
    private int[] candidates = {};
    private double[] priors = {};
    private double[] supports = {};
    private int best = Sighting.NONE;

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
    }

    /** How likely a candidate is by the scores so far, among all of them. */
    double share(int index) {
        var sum = 0.0;
        for (var other = 0; other < candidates.length; other++) {
            sum += Math.exp(score(other) - score(best));
        }
        return Math.exp(score(index) - score(best)) / sum;
    }

    double shareOfBest() {
        return best < 0 ? 0 : share(best);
    }

    double evidence() {
        return sightings.stream().mapToDouble(Sighting::evidence).max().orElse(0);
    }
}
