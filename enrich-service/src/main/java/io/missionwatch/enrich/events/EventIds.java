package io.missionwatch.enrich.events;

import io.missionwatch.enrich.events.facets.Role;
import io.missionwatch.enrich.events.time.DatePrecision;
import io.missionwatch.enrich.missions.MissionTag;
import io.missionwatch.ids.NamedUuid;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Names events by their article and what they are, not by where they stand, so that a revised article keeps them. */
final class EventIds {

    private static final NamedUuid EVENTS = new NamedUuid("event");

    private final String articleId;
    private final Map<String, Integer> used = new HashMap<>();

    EventIds(String articleId) {
        this.articleId = articleId;
    }

    /** The id of type, target and day, and the how many-th it is of those. */
    String idOf(Event event) {
        var key = event.type() + "|" + target(event) + "|" + day(event);
        int ordinal = used.merge(key, 1, Integer::sum);
        return EVENTS.of(articleId, key, String.valueOf(ordinal));
    }

    private static String target(Event event) {
        if (!event.missions().isEmpty()) {
            return event.missions().stream()
                    .map(EventIds::mission)
                    .sorted()
                    .distinct()
                    .collect(Collectors.joining(","));
        }
        var actors = ids(event, List.of(Role.TARGET, Role.VICTIM));
        return actors.isEmpty() ? ids(event, List.of(Role.PERPETRATOR, Role.CLAIMANT, Role.RESPONDER)) : actors;
    }

    private static String ids(Event event, List<Role> roles) {
        return event.actors().stream()
                .filter(actor -> roles.contains(actor.role()))
                .map(actor -> actor.actor().id())
                .sorted()
                .collect(Collectors.joining(","));
    }

    private static String mission(MissionTag mission) {
        return mission.type() + ":" + mission.sendingState().orElse("") + ":"
                + mission.city().orElse("");
    }

    private static String day(Event event) {
        boolean exact = event.occurred().precision() == DatePrecision.DAY;
        return exact
                ? event.occurred()
                        .start()
                        .map(start -> LocalDate.ofInstant(start, ZoneOffset.UTC).toString())
                        .orElse("")
                : "";
    }
}
