package io.missionwatch.enrich.places;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** All that a name can mean: ids as {@link SightingIds} packs them, each once, and of each the place that it stands for. */
final class Meanings {
    private static final Meanings NONE = new Meanings(new int[0], new Spot[0]);

    private final int[] ids;
    private final Spot[] places;

    Meanings(int[] ids, Spot[] places) {
        this.ids = ids;
        this.places = places;
    }

    /** The meanings of several names; those of a name that comes again have mostly been heard. */
    static Meanings of(List<Sighting> sightings) {
        var all = NONE;
        for (var sighting : sightings) {
            all = all == NONE ? sighting.meanings() : all.joinedWith(sighting.meanings());
        }
        return all;
    }

    int size() {
        return ids.length;
    }

    Spot place(int index) {
        return places[index];
    }

    /** All places; one that is spoken of in several ways comes as often. */
    Spot[] places() {
        return places;
    }

    /** Whether the name is the main one of the place. */
    boolean isMain(int index) {
        return SightingIds.isMain(ids[index]);
    }

    /** What kinds of place there are among them. */
    Set<PlaceKind> kinds() {
        var kinds = EnumSet.noneOf(PlaceKind.class);
        for (var place : places) {
            kinds.add(place.kind());
        }
        return kinds;
    }

    private Meanings joinedWith(Meanings others) {
        var all = SightingIds.joined(ids, others.ids);
        if (all.length == ids.length) {
            return this;
        }
        var spots = Arrays.copyOf(places, all.length);
        for (int at = ids.length, other = 0; at < all.length; other++) {
            if (others.ids[other] == all[at]) {
                spots[at++] = others.places[other];
            }
        }
        return new Meanings(all, spots);
    }
}
