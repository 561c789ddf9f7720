package io.missionwatch.enrich.places;

import java.util.List;

/**
 * A place that an article names, with every mention of it.
 *
 * @param confidence between 0 and 1: that the name means a place, and this one
 */
public record PlaceTag(Place place, double confidence, List<PlaceMention> mentions) {
    public PlaceTag {
        mentions = List.copyOf(mentions);
    }

    /** Whether the article names the place only to speak of its government. */
    public boolean isMetonym() {
        return mentions.stream().allMatch(PlaceMention::isMetonym);
    }
}
