package io.missionwatch.alert.sites;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The sites and states that organisations watch over.
 *
 * @param byWatchList what is watched, by the id of its watch list
 */
public record WatchedSites(Map<String, Watched> byWatchList) {

    /** Nothing is watched. */
    public static final WatchedSites NONE = new WatchedSites(Map.of());

    private static final double EARTH_RADIUS_KM = 6371.0088;

    public WatchedSites {
        byWatchList = Map.copyOf(byWatchList);
    }

    /**
     * What one list watches over.
     *
     * @param sendingStates states whose missions are watched, as ISO 3166-1 alpha-2 codes
     * @param hostStates states where missions are watched
     */
    public record Watched(List<Site> sites, Set<String> sendingStates, Set<String> hostStates) {
        public Watched {
            sites = List.copyOf(sites);
            sendingStates = Set.copyOf(sendingStates);
            hostStates = Set.copyOf(hostStates);
        }
    }

    /** Whether some list watches over the missions of a state. */
    public boolean watchesMissionsOf(String sendingState) {
        return byWatchList.values().stream()
                .anyMatch(list -> list.sendingStates().contains(sendingState));
    }

    /** Whether some list watches over the missions in a state. */
    public boolean watchesMissionsIn(String hostState) {
        return byWatchList.values().stream().anyMatch(list -> list.hostStates().contains(hostState));
    }

    /** A point on the map, in degrees, and how many kilometres around it count as near. */
    public record Site(String name, double latitude, double longitude, double radiusKm) {}

    /** A watched site, and how far something is from it: from the edge of what counts as near it. */
    public record Near(String name, double km) {}

    /**
     * Whether a point is near a watched site.
     *
     * @param km how near
     * @param watchLists the lists whose sites count; empty for all
     */
    public boolean isNear(double latitude, double longitude, double km, List<String> watchLists) {
        return nearest(latitude, longitude, watchLists)
                .filter(near -> near.km() <= km)
                .isPresent();
    }

    /**
     * The site that a point is nearest to; empty where none is watched.
     *
     * @param watchLists the lists whose sites count; empty for all
     */
    public Optional<Near> nearest(double latitude, double longitude, List<String> watchLists) {
        return byWatchList.entrySet().stream()
                .filter(list -> watchLists.isEmpty() || watchLists.contains(list.getKey()))
                .flatMap(list -> list.getValue().sites().stream())
                .map(site ->
                        new Near(site.name(), Math.max(0, distanceKm(site, latitude, longitude) - site.radiusKm())))
                .min(Comparator.comparingDouble(Near::km).thenComparing(Near::name));
    }

    /** The great-circle distance, by the haversine formula. */
    static double distanceKm(Site site, double latitude, double longitude) {
        double phi = Math.toRadians(latitude);
        double sitePhi = Math.toRadians(site.latitude());
        double halfPhi = Math.sin((sitePhi - phi) / 2);
        double halfLambda = Math.sin(Math.toRadians(site.longitude() - longitude) / 2);
        double root = halfPhi * halfPhi + Math.cos(phi) * Math.cos(sitePhi) * halfLambda * halfLambda;
        return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(root)));
    }
}
