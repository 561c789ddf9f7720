package io.missionwatch.enrich.places;

import java.util.ArrayList;
import java.util.Arrays;
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
    private static final int MOST_NEIGHBOURS = 60;
    private static final int ROUNDS = 2;
    private static final double SUPPORT = 3.2;
    private static final double MOST_SUPPORT = 8;
    private static final double CONTAINED = 6;

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
                apply(groups.get(index), supports.get(index));
            }
        }
        return compared;
    }

    private void prepare(NameGroup group, Map<String, Double> countries, int most) {
        var ids = group.sightings().stream()
                .flatMapToInt(sighting -> Arrays.stream(sighting.ids()))
                .distinct()
                .boxed()
                .filter(id -> isPossible(group, id))
                .filter(id -> !isNamedAfterTown(group, id))
                .sorted(Comparator.comparingDouble((Integer id) -> -prior(group, id)))
                .limit(most)
                .mapToInt(Integer::intValue)
                .toArray();
        var priors = Arrays.stream(ids)
                .mapToDouble(
                        id -> prior(group, id) + countries.getOrDefault(gazetteer.country(SightingIds.place(id)), 0.0))
                .toArray();
        group.setCandidates(Arrays.stream(ids).map(SightingIds::place).toArray(), priors);
    }

    private boolean isPossible(NameGroup group, int id) {
        return SightingIds.isMain(id)
                || gazetteer.kind(SightingIds.place(id)) != PlaceKind.ADMIN2
                || group.mayBeCounty();
    }

    /** A bare "Herat" is the town and not the province, which the text would call one. */
    private boolean isNamedAfterTown(NameGroup group, int id) {
        var division = SightingIds.place(id);
        var kind = gazetteer.kind(division);
        return (kind == PlaceKind.ADMIN1 || kind == PlaceKind.ADMIN2)
                && group.sightings().stream().noneMatch(Sighting::namesDivision)
                && group.sightings().stream()
                        .flatMapToInt(sighting -> Arrays.stream(sighting.ids()))
                        .map(SightingIds::place)
                        .anyMatch(place -> isTownOf(place, division));
    }

    private boolean isTownOf(int place, int division) {
        var kind = gazetteer.kind(place);
        return (kind == PlaceKind.CITY || kind == PlaceKind.CAPITAL)
                && gazetteer.isSameAdmin1(place, division)
                && gazetteer.population(place) * SHARE_OF_TOWN >= gazetteer.population(division);
    }

    private double prior(NameGroup group, int id) {
        var place = SightingIds.place(id);
        var people = Math.log10(gazetteer.population(place) + 10.0);
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
        var supports = new double[group.size()];
        var from = Math.max(0, index - MOST_NEIGHBOURS / 2);
        var to = Math.min(groups.size(), from + MOST_NEIGHBOURS);
        for (var candidate = 0; candidate < supports.length; candidate++) {
            var sum = 0.0;
            for (var other = from; other < to; other++) {
                if (other != index) {
                    sum += support(group.candidate(candidate), groups.get(other));
                }
            }
            supports[candidate] =
                    Math.min(MOST_SUPPORT, SUPPORT * Math.log1p(sum)) + contained(group, group.candidate(candidate));
        }
        return supports;
    }

    private static void apply(NameGroup group, double[] supports) {
        for (var candidate = 0; candidate < supports.length; candidate++) {
            group.support(candidate, supports[candidate]);
        }
        group.choose();
    }

    /** What the places that another name may mean say for this one. */
    private double support(int place, NameGroup other) {
        var best = 0.0;
        for (var index = 0; index < other.size(); index++) {
            var pull = other.pull(index);
            if (pull > best) {
                best = Math.max(best, relation(place, other.candidate(index)) * pull);
            }
        }
        return best;
    }

    private double relation(int one, int other) {
        if (one == other) {
            return 0;
        }
        if (!gazetteer.isSameCountry(one, other)) {
            return byDistance(one, other);
        }
        if (gazetteer.holds(one, other) || gazetteer.holds(other, one)) {
            return gazetteer.kind(one) == PlaceKind.COUNTRY || gazetteer.kind(other) == PlaceKind.COUNTRY ? 0.45 : 1;
        }
        if (gazetteer.isSameAdmin2(one, other)) {
            return 1;
        }
        return byDistance(one, other);
    }

    private double byDistance(int one, int other) {
        var kilometres = gazetteer.kilometres(one, other);
        if (kilometres < 40) {
            return 1;
        }
        if (kilometres < 120) {
            return 0.8;
        }
        if (gazetteer.isSameAdmin1(one, other)) {
            return 0.6;
        }
        if (kilometres < 250) {
            return 0.5;
        }
        return kilometres < 500 ? 0.25 : ofCountry(one, other);
    }

    private double ofCountry(int one, int other) {
        return gazetteer.isSameCountry(one, other) ? 0.1 : 0;
    }

    private double contained(NameGroup group, int place) {
        return group.sightings().stream()
                        .map(Sighting::container)
                        .anyMatch(container -> container != null && mayHold(container, place))
                ? CONTAINED
                : 0;
    }

    /** Whether any place that the sighting can mean holds the given one. */
    boolean mayHold(Sighting container, int place) {
        return Arrays.stream(container.ids()).anyMatch(id -> gazetteer.holds(SightingIds.place(id), place));
    }
}
