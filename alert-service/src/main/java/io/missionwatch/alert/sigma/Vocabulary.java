package io.missionwatch.alert.sigma;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a log source says about its events.
 *
 * @param keywordFields the fields that keywords search; none for all texts
 * @param caselessFields those with symbols of an enumeration, which compare without case whatever the rule asks
 * @param fieldsOfObject the objects that there are, with their fields; none where any may be
 */
record Vocabulary(List<String> keywordFields, Set<String> caselessFields, Map<String, List<String>> fieldsOfObject) {
    private static final Vocabulary ANY = new Vocabulary(List.of(), Set.of(), Map.of());
    private static final Vocabulary NEWS_EVENTS = new Vocabulary(
            List.of("event.text", "article.title"),
            Set.of(
                    "event.type",
                    "event.means",
                    "event.modality",
                    "event.temporal",
                    "event.verification",
                    "article.source_class",
                    "article.reliability",
                    "place.type",
                    "actor.type",
                    "actor.role",
                    "mission.type"),
            Map.of(
                    "event",
                    List.of(
                            "type",
                            "means",
                            "modality",
                            "temporal",
                            "verification",
                            "occurred_start",
                            "killed_min",
                            "wounded_min",
                            "text"),
                    "article",
                    List.of("id", "outlet", "source_class", "reliability", "language", "title", "event_time", "origin"),
                    "place",
                    List.of("id", "name", "type", "country", "admin1", "latitude", "longitude"),
                    "actor",
                    List.of("id", "name", "type", "role", "country"),
                    "mission",
                    List.of("type", "sending_state", "host_state", "city")));

    static Vocabulary of(LogSource source) {
        return source.product().filter("missionwatch"::equals).isPresent() ? NEWS_EVENTS : ANY;
    }

    /**
     * Refuses a field that only a slip of the pen can have made: one that an object there is does not have, or that is
     * nearly one there is.
     */
    void check(String field) {
        int dot = field.indexOf('.');
        var object = dot < 0 ? field : field.substring(0, dot);
        var fields = fieldsOfObject.getOrDefault(object, List.of());
        if ((dot < 0 && !fields.isEmpty()) || fields.contains(field.substring(dot + 1))) {
            return;
        }
        var hint = NearestName.hint(field, allFields());
        if (!hint.isEmpty() || !fields.isEmpty()) {
            throw new IllegalArgumentException("news events have no field '" + field + "'" + hint
                    + (fields.isEmpty() ? "" : "; " + object + " has " + String.join(", ", fields)));
        }
    }

    private List<String> allFields() {
        return fieldsOfObject.entrySet().stream()
                .flatMap(object -> object.getValue().stream().map(name -> object.getKey() + "." + name))
                .sorted()
                .toList();
    }
}
