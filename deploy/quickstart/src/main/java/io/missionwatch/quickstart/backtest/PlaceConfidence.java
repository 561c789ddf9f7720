package io.missionwatch.quickstart.backtest;

import io.missionwatch.schema.EnrichedArticle;
import java.util.HashMap;
import java.util.Map;

/** How sure the tagger was of each place, which an alert itself does not carry. */
final class PlaceConfidence {

    private final Map<String, Double> best = new HashMap<>();

    void remember(EnrichedArticle tags) {
        tags.getPlaces().forEach(place -> best.merge(place.getId(), place.getConfidence(), Math::max));
    }

    /** The greatest confidence of a place in any article. */
    double of(String placeId) {
        return best.getOrDefault(placeId, 0.0);
    }
}
