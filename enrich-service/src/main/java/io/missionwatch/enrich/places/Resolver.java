package io.missionwatch.enrich.places;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Chooses among the places of one name: the larger, the nearer to the other places of the article, the one inside a country
 * or division that the article names. Work is bounded: few candidates a name, few names beside each.
 */
final class Resolver {
    private static final int MOST_CANDIDATES = 64;
    private static final int FEWEST_CANDIDATES = 4;
    /** A town is what a division is named for if at least one in so many of its people live there. */
    private static final long SHARE_OF_TOWN = 8;

    private static final int WORK = 4_000;
    /** No more than a number has bits. */
    private static final int MOST_NEIGHBOURS = 60;

    private static final int ROUNDS = 2;
    private static final double SUPPORT = 3.2;
    private static final double MOST_SUPPORT = 8;
    private static final double CONTAINED = 6;
    /** "the Indian consulate in Jalalabad" is in no Jalalabad of India. */
    private static final double AT_HOME = -8;

    private final Gazetteer gazetteer;

    Resolver(Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
    }

    /** A place that a name may mean, and how likely before anything else is known. */
    private record Candidate(int id, double prior) {}

    private static final Comparator<Candidate> LIKELIEST_FIRST =
            Comparator.comparingDouble(candidate -> -candidate.prior());

    /**
     * Gives each group its candidates and lets them choose with regard to each other.
     *
     * @return the most pairs of places that were compared
     */
    long resolve(List<NameGroup> groups, Map<String, Double> countries) {
        var most = Math.max(FEWEST_CANDIDATES, Math.min(MOST_CANDIDATES, WORK / (groups.size() + 1)));
        groups.forEach(group -> prepare(group, countries, most));
        var compared = 0L;
        for (var round = 0; round < ROUNDS; round++) {
            var supports = new ArrayList<double[]>();
            for (var index = 0; index < groups.size(); index++) {
                supports.add(supports(groups, index));
                compared += (long) groups.get(index).size() * most * MOST_NEIGHBOURS;
            }
            for (var index = 0; index < groups.size(); index++) {
                groups.get(index).support(supports.get(index));
            }
        }
        return compared;
    }

    private void prepare(NameGroup group, Map<String, Double> countries, int most) {
        var ids = group.ids();
        var mayBeCounty = group.mayBeCounty();
        var namesDivision = group.namesDivision();
        var candidates = new ArrayList<Candidate>(ids.length);
        for (var id : ids) {
            if (isPossible(id, mayBeCounty) && (namesDivision || !isNamedAfterTown(ids, id))) {
                candidates.add(new Candidate(id, prior(group, id)));
            }
        }
        if (candidates.size() > 1) {
            candidates.sort(LIKELIEST_FIRST);
        }
        var size = Math.min(most, candidates.size());
        var senders = group.senders();
        var spots = new Spot[size];
        var priors = new double[size];
        for (var index = 0; index < size; index++) {
            var place = SightingIds.place(candidates.get(index).id());
            spots[index] = gazetteer.spot(place);
            priors[index] = candidates.get(index).prior()
                    + (countries.isEmpty() ? 0 : countries.getOrDefault(gazetteer.country(place), 0.0))
                    + (isAtHome(senders, place) ? AT_HOME : 0);
        }
        group.setCandidates(spots, priors);
    }

    /** "Pakistan closes embassy in Islamabad" means its capital nevertheless. */
    private boolean isAtHome(int[] senders, int place) {
        if (senders.length == 0 || gazetteer.kind(place) == PlaceKind.CAPITAL) {
            return false;
        }
        for (var id : senders) {
            if (gazetteer.country(SightingIds.place(id)).equals(gazetteer.country(place))) {
                return true;
            }
        }
        return false;
    }

    private boolean isPossible(int id, boolean mayBeCounty) {
        return mayBeCounty || SightingIds.isMain(id) || gazetteer.kind(SightingIds.place(id)) != PlaceKind.ADMIN2;
    }

    /** A bare "Herat" is the town and not the province, which the text would call one. */
    private boolean isNamedAfterTown(int[] ids, int id) {
        var division = SightingIds.place(id);
        var kind = gazetteer.kind(division);
        if (kind == PlaceKind.ADMIN1 || kind == PlaceKind.ADMIN2) {
            for (var other : ids) {
                if (isTownOf(SightingIds.place(other), division)) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean isTownOf(int place, int division) {
        var kind = gazetteer.kind(place);
        return (kind == PlaceKind.CITY || kind == PlaceKind.CAPITAL)
                && gazetteer.admin1(place) != 0
                && gazetteer.admin1(place) == gazetteer.admin1(division)
                && gazetteer.population(place) * SHARE_OF_TOWN >= gazetteer.population(division);
    }

    private double prior(NameGroup group, int id) {
        var place = SightingIds.place(id);
        var people = gazetteer.magnitude(place);
        var further = SightingIds.isMain(id) ? 0 : -1.6;
        var first = group.sightings().get(0);
        var division = first.namesDivision() ? 2 : 0;
        var county = first.namesCounty() ? 2 : 0;
        return switch (gazetteer.kind(place)) {
            case COUNTRY -> 9.5;
            case REGION, FEATURE -> 7.4;
            case ADMIN1 -> people + 0.8 + further * 0.5 + division - 2 * county;
            case ADMIN2 -> 2.5 + 0.3 * people + division + county;
            case CAPITAL -> people + 2.2 + further;
            case CITY -> people + further - division;
            case NEIGHBOURHOOD -> people - 1.5 + further;
            case HISTORICAL -> 0;
        };
    }

    private double[] supports(List<NameGroup> groups, int index) {
        var group = groups.get(index);
        var containers = gazetteer.spots(group.containers());
        var supports = new double[group.size()];
        var from = Math.max(0, index - MOST_NEIGHBOURS / 2);
        var to = Math.min(groups.size(), from + MOST_NEIGHBOURS);
        var neighbours = groups.subList(from, to).toArray(NameGroup[]::new);
        for (var candidate = 0; candidate < supports.length; candidate++) {
            supports[candidate] = weight(support(group, candidate, neighbours))
                    + (mayHold(containers, group.candidate(candidate)) ? CONTAINED : 0);
        }
        return supports;
    }

    private static double weight(double support) {
        return support == 0 ? 0 : Math.min(MOST_SUPPORT, SUPPORT * Math.log1p(support));
    }

    /** What the names around say for a place. Most have nothing to do with it, and are asked in the first round alone. */
    private static double support(NameGroup group, int candidate, NameGroup[] neighbours) {
        var spot = group.candidate(candidate);
        var sum = 0.0;
        for (var at = 0; at < neighbours.length; at++) {
            if (neighbours[at] != group && !group.isStranger(candidate, at)) {
                var support = support(spot, neighbours[at]);
                if (support == 0) {
                    group.setStranger(candidate, at);
                }
                sum += support;
            }
        }
        return sum;
    }

    /** What the places that another name may mean say for this one; those that pull most are asked first. */
    private static double support(Spot spot, NameGroup other) {
        var best = 0.0;
        var nearest = other.nearnessAtMost(spot);
        for (var rank = 0; rank < other.size(); rank++) {
            var pull = other.pull(rank);
            if (pull * nearest <= best) {
                break;
            }
            best = Math.max(best, spot.nearness(other.ranked(rank)) * pull);
        }
        return best;
    }

    /** Whether any place that the containers can mean holds the given one. */
    private static boolean mayHold(Spot[] containers, Spot spot) {
        for (var container : containers) {
            if (container.encloses(spot)) {
                return true;
            }
        }
        return false;
    }
}
