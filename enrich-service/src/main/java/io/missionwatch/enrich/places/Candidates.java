package io.missionwatch.enrich.places;

/** The places that a name may mean, and how likely it means each. */
final class Candidates {
    static final Candidates NONE = new Candidates(new Spot[0], new double[0]);

    private final Spot[] places;
    private final double[] priors;
    private final Reach reach;
    /** How strongly each draws the places of other names to itself: less than in proportion to its likelihood. */
    private final double[] pulls;
    /** The strongest pull of each and all that come after it. */
    private final double[] pullsFromHere;

    private double[] supports;
    private double shareOfBest;
    private int best = Sighting.NONE;

    /** At most {@link Reach#MOST} places, and what speaks for each before others are heard. */
    Candidates(Spot[] places, double[] priors) {
        this.places = places;
        this.priors = priors;
        reach = new Reach(places);
        pulls = new double[places.length];
        pullsFromHere = new double[places.length];
        support(new double[places.length]);
    }

    int size() {
        return places.length;
    }

    Spot place(int index) {
        return places[index];
    }

    Reach reach() {
        return reach;
    }

    /** The number of the likeliest; {@link Sighting#NONE} if there is none. */
    int chosen() {
        return best < 0 ? Sighting.NONE : places[best].place();
    }

    double supportOfBest() {
        return best < 0 ? 0 : supports[best];
    }

    double shareOfBest() {
        return shareOfBest;
    }

    /** Takes what the other names of the article say for each place, and chooses anew. */
    void support(double[] weights) {
        supports = weights;
        best = likeliest();
        var sum = 0.0;
        for (var index = 0; index < places.length; index++) {
            pulls[index] = Math.exp(score(index) - score(best));
            sum += pulls[index];
        }
        var strongest = 0.0;
        for (var index = places.length - 1; index >= 0; index--) {
            var share = pulls[index] / sum;
            shareOfBest = index == best ? share : shareOfBest;
            pulls[index] = Math.sqrt(share);
            strongest = Math.max(strongest, pulls[index]);
            pullsFromHere[index] = strongest;
        }
    }

    private int likeliest() {
        var likeliest = Sighting.NONE;
        for (var index = 0; index < places.length; index++) {
            if (likeliest < 0 || score(index) > score(likeliest)) {
                likeliest = index;
            }
        }
        return likeliest;
    }

    private double score(int index) {
        return priors[index] + supports[index];
    }

    /** What these say for a place that another name may mean: how near one of them is, as far as it pulls. */
    double supportFor(Spot place) {
        var nearby = reach.nearby(place);
        var compatriots = reach.compatriots(place) & ~nearby;
        if ((nearby | compatriots) == 0) {
            return 0;
        }
        var best = strongest(place, nearby, 1, 0);
        return compatriots == 0 ? best : strongest(place, compatriots, reach.nearnessOfCompatriots(place), best);
    }

    private double strongest(Spot place, long among, double nearest, double otherwise) {
        var strongest = otherwise;
        for (var left = among; left != 0; left &= left - 1) {
            var index = Long.numberOfTrailingZeros(left);
            if (pullsFromHere[index] * nearest <= strongest) {
                break;
            }
            strongest = Math.max(strongest, place.nearness(places[index]) * pulls[index]);
        }
        return strongest;
    }
}
