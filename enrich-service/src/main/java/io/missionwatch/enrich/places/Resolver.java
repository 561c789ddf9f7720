package io.missionwatch.enrich.places;

import java.util.List;
import java.util.Map;

/**
 * Chooses among the places of one name: the larger, the nearer to the other places of the article, the one inside a country
 * or division that the article names. Work is bounded: few candidates a name, few names beside each.
 */
final class Resolver {
    private static final int FEWEST_CANDIDATES = 4;
    /** A town is what a division is named for if at least one in so many of its people live there. */
    private static final long SHARE_OF_TOWN = 8;

    private static final int WORK = 4_000;

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

    /**
     * Gives each group its candidates and lets them choose with regard to each other.
     *
     * @return the most pairs of places that were compared
     */
    long resolve(List<NameGroup> groups, Map<String, Double> countries) {
        var most = Math.max(FEWEST_CANDIDATES, Math.min(Reach.MOST, WORK / (groups.size() + 1)));
        var names = new Candidates[groups.size()];
        var containers = new Spot[groups.size()][];
        var compared = 0L;
        for (var index = 0; index < names.length; index++) {
            var group = groups.get(index);
            names[index] = candidates(group, countries, most);
            group.setCandidates(names[index]);
            containers[index] = group.containers();
            compared += (long) names[index].size() * most * Neighbourhood.MOST * ROUNDS;
        }
        var neighbourhood = new Neighbourhood(names);
        for (var round = 0; round < ROUNDS; round++) {
            var supports = new double[names.length][];
            for (var index = 0; index < names.length; index++) {
                supports[index] = supports(neighbourhood, names[index], index, containers[index]);
            }
            for (var index = 0; index < names.length; index++) {
                names[index].support(supports[index]);
            }
        }
        return compared;
    }

    private Candidates candidates(NameGroup group, Map<String, Double> countries, int most) {
        var meanings = group.meanings();
        var mayBeCounty = group.mayBeCounty();
        var namesDivision = group.namesDivision();
        var first = group.sightings().get(0);
        var list = new Shortlist(meanings.size(), most);
        for (var at = 0; at < meanings.size(); at++) {
            var place = meanings.place(at);
            var isMain = meanings.isMain(at);
            if ((mayBeCounty || isMain || place.kind() != PlaceKind.ADMIN2)
                    && (namesDivision || !isNamedAfterTown(meanings.places(), place))) {
                list.add(place, prior(first, place, isMain));
            }
        }
        var places = list.places();
        var priors = list.priors();
        var senders = group.senders();
        for (var index = 0; index < places.length; index++) {
            priors[index] = priors[index]
                    + (countries.isEmpty() ? 0 : countries.getOrDefault(gazetteer.country(places[index].place()), 0.0))
                    + (isAtHome(senders, places[index]) ? AT_HOME : 0);
        }
        return new Candidates(places, priors);
    }

    /** "Pakistan closes embassy in Islamabad" means its capital nevertheless. */
    private static boolean isAtHome(Spot[] senders, Spot place) {
        if (place.kind() != PlaceKind.CAPITAL) {
            for (var sender : senders) {
                if (sender.country() == place.country()) {
                    return true;
                }
            }
        }
        return false;
    }

    /** A bare "Herat" is the town and not the province, which the text would call one. */
    private static boolean isNamedAfterTown(Spot[] places, Spot division) {
        if (division.kind() == PlaceKind.ADMIN1 || division.kind() == PlaceKind.ADMIN2) {
            for (var place : places) {
                if (isTownOf(place, division)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isTownOf(Spot place, Spot division) {
        return (place.kind() == PlaceKind.CITY || place.kind() == PlaceKind.CAPITAL)
                && place.admin1() != 0
                && place.admin1() == division.admin1()
                && place.people() * SHARE_OF_TOWN >= division.people();
    }

    private static double prior(Sighting first, Spot place, boolean isMain) {
        var people = place.magnitude();
        var further = isMain ? 0 : -1.6;
        var division = first.namesDivision() ? 2 : 0;
        var county = first.namesCounty() ? 2 : 0;
        return switch (place.kind()) {
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

    private static double[] supports(Neighbourhood around, Candidates name, int index, Spot[] containers) {
        var supports = new double[name.size()];
        for (var candidate = 0; candidate < supports.length; candidate++) {
            var place = name.place(candidate);
            supports[candidate] =
                    weight(around.supportFor(place, index)) + (mayHold(containers, place) ? CONTAINED : 0);
        }
        return supports;
    }

    private static double weight(double support) {
        return support == 0 ? 0 : Math.min(MOST_SUPPORT, SUPPORT * Math.log1p(support));
    }

    /** Whether any place that the containers can mean holds the given one. */
    private static boolean mayHold(Spot[] containers, Spot place) {
        for (var container : containers) {
            if (container.encloses(place)) {
                return true;
            }
        }
        return false;
    }
}
