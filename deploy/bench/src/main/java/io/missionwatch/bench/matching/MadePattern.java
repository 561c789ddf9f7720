package io.missionwatch.bench.matching;

import java.util.List;
import java.util.Optional;

/**
 * A made-up pattern: events of some types, asserted and not of the past, that concern something particular.
 *
 * @param types event types, any of them
 * @param host host state of the mission, together with {@code sending} of the same mission
 * @param actor id of an actor
 * @param city name of the place
 * @param phrase two words that stand next to each other in the sentences
 */
record MadePattern(
        String id,
        List<String> types,
        Optional<String> host,
        Optional<String> sending,
        Optional<String> actor,
        Optional<String> city,
        Optional<String> phrase) {

    /** The pattern as an analyst would write it. */
    String yaml() {
        var what = new StringBuilder();
        host.ifPresent(value -> line(what, "mission.host_state", value));
        sending.ifPresent(value -> line(what, "mission.sending_state", value));
        actor.ifPresent(value -> line(what, "actor.id", value));
        city.ifPresent(value -> line(what, "place.name", value));
        phrase.ifPresent(value -> line(what, "event.text|contains", value));
        return """
                title: Made pattern %s
                id: %s
                logsource: {product: missionwatch, category: news_event}
                detection:
                  type:
                    event.type: [%s]
                  what:
                %s  not_so:
                    event.modality: [NEGATED, HYPOTHETICAL, PLANNED]
                  not_now:
                    event.temporal: [BACKGROUND, FUTURE]
                  condition: type and what and not not_so and not not_now
                level: high
                """.formatted(id, id, String.join(", ", types), what);
    }

    private static void line(StringBuilder lines, String field, String value) {
        lines.append("    ").append(field).append(": '").append(value).append("'\n");
    }
}
