package io.missionwatch.enrich.events.words;

import io.missionwatch.enrich.events.facets.EventType;
import io.missionwatch.enrich.events.facets.Means;

/** A word or phrase that tells an event: of what type, by what means, how it takes its participants and whom it needs. */
public record Trigger(EventType type, Means means, Frame frame, Need need) {

    /** How a trigger takes its participants. */
    public enum Frame {
        VERB,
        NOUN,
        EVENT,
        THROW,
        GOVERNOR,
        CLAIM
    }

    /** What must take part, else the word tells no event; what says more comes first. */
    public enum Need {
        FIGHTERS,
        MISSION,
        WEAPON,
        GROUP,
        VIOLENCE,
        PERSON,
        NOTHING
    }
}
