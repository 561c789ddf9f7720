package io.missionwatch.enrich.places;

import java.util.Arrays;

/** The likeliest few of the places that a name may mean, likeliest first; of two that are as likely, the one that came first. */
final class Shortlist {
    private final Spot[] places;
    private final double[] priors;
    private int size;

    /** Of no more than so many places, of which no more than so many are kept. */
    Shortlist(int places, int kept) {
        this.places = new Spot[Math.min(places, kept)];
        this.priors = new double[this.places.length];
    }

    void add(Spot place, double prior) {
        if (size == places.length && prior <= priors[size - 1]) {
            return;
        }
        var at = size < places.length ? size++ : size - 1;
        for (; at > 0 && priors[at - 1] < prior; at--) {
            places[at] = places[at - 1];
            priors[at] = priors[at - 1];
        }
        places[at] = place;
        priors[at] = prior;
    }

    Spot[] places() {
        return size == places.length ? places : Arrays.copyOf(places, size);
    }

    double[] priors() {
        return size == priors.length ? priors : Arrays.copyOf(priors, size);
    }
}
