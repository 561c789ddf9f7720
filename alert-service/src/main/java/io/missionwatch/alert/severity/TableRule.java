package io.missionwatch.alert.severity;

import io.missionwatch.alert.sites.WatchedSites.Near;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * One row of the severity table.
 *
 * @param types some evidence tells one of these; empty for any
 * @param verification some evidence has one of these; empty for any
 * @param onlyVerification all evidence has one of these; empty for any
 * @param onlyModality all evidence has one of these; empty for any
 * @param onlyReliability all outlets have one of these; empty for any
 * @param origins independent origins
 * @param denials pieces of evidence against it
 * @param killed people killed
 * @param withinKm a watched site is at most so near; empty for anywhere
 * @param watchedState it concerns a state of a watch list; false for any
 * @param move steps up or down the scale of severity
 * @param certainty what certainty becomes
 * @param why the reason, a sentence
 */
record TableRule(
        Set<String> types,
        Set<String> verification,
        Set<String> onlyVerification,
        Set<String> onlyModality,
        Set<String> onlyReliability,
        Bounds origins,
        Bounds denials,
        Bounds killed,
        OptionalDouble withinKm,
        boolean watchedState,
        int move,
        Optional<Certainty> certainty,
        String why) {

    /** A whole number within bounds, both included. */
    record Bounds(int least, int most) {
        static final Bounds ANY = new Bounds(0, Integer.MAX_VALUE);

        boolean hold(int number) {
            return number >= least && number <= most;
        }
    }

    boolean fits(Weighing weighing) {
        return meets(types, weighing.types())
                && meets(verification, weighing.verifications())
                && covers(onlyVerification, weighing.verifications())
                && covers(onlyModality, weighing.modalities())
                && covers(onlyReliability, weighing.reliabilities())
                && origins.hold(weighing.origins())
                && denials.hold(weighing.denials())
                && killed.hold(weighing.killed())
                && isNear(weighing)
                && (!watchedState || weighing.watchedState().isPresent());
    }

    String reason(Weighing weighing) {
        return why.replace("{origins}", Integer.toString(weighing.origins()))
                .replace("{denials}", Integer.toString(weighing.denials()))
                .replace("{killed}", Integer.toString(weighing.killed()))
                .replace("{km}", weighing.near().map(near -> rounded(near.km())).orElse(""))
                .replace("{state}", weighing.watchedState().orElse(""))
                .replace("{site}", weighing.near().map(Near::name).orElse(""));
    }

    private static String rounded(double km) {
        return Long.toString(Math.round(km));
    }

    private boolean isNear(Weighing weighing) {
        return withinKm.isEmpty()
                || weighing.near()
                        .filter(near -> near.km() <= withinKm.getAsDouble())
                        .isPresent();
    }

    private static boolean meets(Set<String> wanted, Set<String> found) {
        return wanted.isEmpty() || !Collections.disjoint(wanted, found);
    }

    private static boolean covers(Set<String> allowed, Set<String> found) {
        return allowed.isEmpty() || allowed.containsAll(found);
    }

    static final List<String> KEYS = List.of(
            "types",
            "verification",
            "only-verification",
            "only-modality",
            "only-reliability",
            "origins",
            "denials",
            "killed",
            "within-km",
            "watched-state",
            "move",
            "certainty",
            "why");
}
