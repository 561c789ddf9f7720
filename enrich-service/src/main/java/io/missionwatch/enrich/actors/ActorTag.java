package io.missionwatch.enrich.actors;

import io.missionwatch.enrich.text.Mention;
import java.util.List;
import java.util.Optional;

/**
 * An actor that a text names, and where. Groups known by the form of their name alone have an id that begins with {@code group:}.
 */
public record ActorTag(String id, String name, ActorType type, Optional<String> country, List<Mention> mentions) {

    public ActorTag {
        mentions = List.copyOf(mentions);
    }

    /** Not in the lexicon: found by the form of its name. */
    public boolean isUnlisted() {
        return id.startsWith(UnlistedGroups.PREFIX);
    }
}
