package io.missionwatch.enrich.missions;

import io.missionwatch.enrich.text.Mention;
import java.util.List;
import java.util.Optional;

/**
 * A foreign mission that an article speaks of.
 *
 * @param sendingState ISO 3166-1 alpha-2
 * @param sendingOrganisation id of the organisation whose mission it is
 * @param hostState ISO 3166-1 alpha-2 of the state it is in
 * @param city the city it is in
 * @param cityInferred the city is the capital of a host state that the text names, not a city that it names
 * @param confidence 0 to 1; at most .5 where the city is inferred
 * @param mentions in the order of the text, at least one
 */
public record MissionTag(
        MissionType type,
        Optional<String> sendingState,
        Optional<String> sendingOrganisation,
        Optional<String> hostState,
        Optional<String> city,
        boolean cityInferred,
        double confidence,
        List<Mention> mentions) {

    public MissionTag {
        mentions = List.copyOf(mentions);
        if (mentions.isEmpty()) {
            throw new IllegalArgumentException("a mission without a mention");
        }
    }
}
