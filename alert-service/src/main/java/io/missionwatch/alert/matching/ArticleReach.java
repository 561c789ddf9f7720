package io.missionwatch.alert.matching;

import io.missionwatch.alert.evidence.Evidence;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What one article has set off so far: which of its events went where.
 *
 * @param revision the newest revision seen
 * @param complete its closing record was seen
 * @param reached per event the windows that hold it
 * @param denials events of the revision that deny another one of the article
 * @param seen when it was seen last, in event time
 */
public record ArticleReach(
        int revision, boolean complete, Map<String, Set<Route>> reached, List<Denial> denials, Instant seen) {
    public ArticleReach {
        reached = Map.copyOf(reached);
        denials = List.copyOf(denials);
    }

    /**
     * An event that says that another one is not so.
     *
     * @param about id of the other one
     */
    public record Denial(String about, Evidence evidence) {}

    /** An article that nothing is known of. */
    public static ArticleReach none(Instant now) {
        return new ArticleReach(0, false, Map.of(), List.of(), now);
    }
}
