package io.missionwatch.alert.sigma;

import java.util.List;
import java.util.Set;

/**
 * What a log source says about its events: the fields that keywords search (none: all texts), and the fields that hold
 * symbols of an enumeration, which compare without case whatever the rule asks.
 */
record Vocabulary(List<String> keywordFields, Set<String> caselessFields) {
    private static final Vocabulary ANY = new Vocabulary(List.of(), Set.of());
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
                    "mission.type"));

    static Vocabulary of(LogSource source) {
        return source.product().filter("missionwatch"::equals).isPresent() ? NEWS_EVENTS : ANY;
    }
}
