package io.missionwatch.enrich.actors;

import java.util.List;
import java.util.function.Function;

/** The actors of a text as its words alone tell them; a name that means another actor elsewhere can be read again by where it plays. */
public final class ActorReading {

    private final List<ActorTag> tags;
    private final boolean boundToPlaces;
    private final Function<String, List<ActorTag>> within;

    ActorReading(List<ActorTag> tags, boolean boundToPlaces, Function<String, List<ActorTag>> within) {
        this.tags = List.copyOf(tags);
        this.boundToPlaces = boundToPlaces;
        this.within = within;
    }

    public List<ActorTag> tags() {
        return tags;
    }

    /** Some name of the text means an actor in some countries only. */
    public boolean isBoundToPlaces() {
        return boundToPlaces;
    }

    /** The actors, given that the text plays in a country. */
    public List<ActorTag> within(String country) {
        return within.apply(country);
    }
}
