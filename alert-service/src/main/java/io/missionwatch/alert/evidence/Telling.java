package io.missionwatch.alert.evidence;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What an article tells of an event. Facets are the symbols of the event contract, such as {@code ATTACK} or
 * {@code OFFICIAL_CLAIM}.
 *
 * @param occurred not before this instant
 * @param killed at least so many
 * @param wounded at least so many
 * @param sentences the sentences that tell it
 */
public record Telling(
        String type,
        String means,
        String modality,
        String temporal,
        String verification,
        Optional<Instant> occurred,
        int killed,
        int wounded,
        List<String> sentences) {
    public Telling {
        sentences = List.copyOf(sentences);
    }
}
