package io.missionwatch.enrich.places;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Chooses among the places of one name: the larger, the nearer to the other places of the article, the one inside a country
 * or division that the article names. Work is bounded: few candidates a name, few names beside each.
 */
final class Resolver {
    private static final int MOST_CANDIDATES = 40;
    private static final int MOST_NEIGHBOURS = 60;
    private static final int ROUNDS = 2;
    private static final double SUPPORT = 2.2;
    private static final double MOST_SUPPORT = 7;
    private static final double CONTAINED = 6;

    private final Gazetteer gazetteer;

    Resolver(Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
    }

    /** Gives each group its candidates and lets them choose with regard to each other. */
    void resolve(List<NameGroup> groups, String homeCountry) {
        groups.forEach(group -> prepare(group, homeCountry));
        for (var round = 0; round < ROUNDS; round++) {
            var supports = new ArrayList<double[]>();
            for (var index = 0; index < groups.size(); index++) {
                supports.add(supports(groups, index));
            }
            for (var index = 0; index < groups.size(); index++) {
                apply(groups.get(index), supports.get(index));
            }
        }
    }

    private void prepare(NameGroup group, String homeCountry) {
        var ids = group.sightings().stream()
                .flatMapToInt(sighting -> Arrays.stream(sighting.ids()))
                .distinct()
                .boxed()
                .filter(id -> isPossible(group, id))
                .sorted(Comparator.comparingDouble((Integer id) -> -prior(group, id)))
                .limit(MOST_CANDIDATES)
                .mapToInt(Integer::intValue)
                .toArray();
        var priors = Arrays.stream(ids)
                .mapToDouble(id -> prior(group, id)
                        + (gazetteer.country(SightingIds.place(id)).equals(homeCountry) ? 1.5 : 0))
                .toArray();
        group.setCandidates(Arrays.stream(ids).map(SightingIds::place).toArray(), priors);
    }

    /** "Butler" is Butler County only where the text says county. */
    private boolean isPossible(NameGroup group, int id) {
        return SightingIds.isMain(id)
                || gazetteer.kind(SightingIds.place(id)) != PlaceKind.ADMIN2
                || group.sightings().stream().anyMatch(Sighting::namesDivision);
    }

    private double prior(NameGroup group, int id) {
        var place = SightingIds.place(id);
        var people = Math.log10(gazetteer.population(place) + 10.0);
        var further = SightingIds.isMain(id) ? 0 : -1;
        var division = group.sightings().get(0).namesDivision() ? 2 : 0;
        return switch (gazetteer.kind(place)) {
            case COUNTRY -> 9;
            case REGION, FEATURE -> 7;
            case ADMIN1 -> 5.2 + 0.25 * people + further * 0.5 + division;
            case ADMIN2 -> 2.5 + 0.3 * people + division;
            case CAPITAL -> people + 1 + further;
            case CITY -> people + further;
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
            supports[candidate] = Math.min(MOST_SUPPORT, SUPPORT * sum) + contained(group, group.candidate(candidate));
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
            var relation = relation(place, other.candidate(index));
            if (relation > best) {
                best = Math.max(best, relation * other.share(index));
            }
        }
        return best;
    }

    private double relation(int one, int other) {
        if (one == other) {
            return 0;
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
        var near = kilometres < 40 ? 1 : kilometres < 120 ? 0.8 : kilometres < 250 ? 0.5 : kilometres < 500 ? 0.25 : 0;
        var same = gazetteer.isSameAdmin1(one, other) ? 0.6 : gazetteer.isSameCountry(one, other) ? 0.3 : 0;
        return Math.max(near, same);
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
