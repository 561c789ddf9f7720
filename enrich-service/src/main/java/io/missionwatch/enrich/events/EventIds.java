package io.missionwatch.enrich.events;

import io.missionwatch.enrich.events.facets.EventType;
import io.missionwatch.enrich.events.facets.Role;
import io.missionwatch.enrich.events.time.DatePrecision;
import io.missionwatch.enrich.events.time.Occurrence;
import io.missionwatch.enrich.missions.MissionTag;
import io.missionwatch.ids.NamedUuid;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Names events by their article and what they are, not by where they stand, so that a revised article keeps them. */
final class EventIds {

    private static final Set<Role> SUFFERING = EnumSet.of(Role.TARGET, Role.VICTIM);
    private static final Set<Role> DOING = EnumSet.of(Role.PERPETRATOR, Role.CLAIMANT, Role.RESPONDER);
    private static final NamedUuid EVENTS = new NamedUuid("event");

    private final String articleId;
    private final Map<String, Integer> used = new HashMap<>();

    EventIds(String articleId) {
        this.articleId = articleId;
    }

    /** The id of type, target and day, and the how many-th it is of those. */
    String idOf(EventType type, List<MissionTag> missions, List<EventActor> actors, Occurrence occurred) {
        var key = type + "|" + target(missions, actors) + "|" + day(occurred);
        int ordinal = used.merge(key, 1, Integer::sum);
        return EVENTS.of(articleId, key, String.valueOf(ordinal));
    }

    private static String target(List<MissionTag> missions, List<EventActor> actors) {
        if (!missions.isEmpty()) {
            return missions.size() == 1 ? mission(missions.get(0)) : String.join(",", sorted(missions));
        }
        var suffering = ids(actors, SUFFERING);
        return suffering.isEmpty() ? ids(actors, DOING) : suffering;
    }

    private static Set<String> sorted(List<MissionTag> missions) {
        var names = new TreeSet<String>();
        missions.forEach(mission -> names.add(mission(mission)));
        return names;
    }

    private static String ids(List<EventActor> actors, Set<Role> roles) {
        var ids = new ArrayList<String>(actors.size());
        for (var actor : actors) {
            if (roles.contains(actor.role())) {
                ids.add(actor.actor().id());
            }
        }
        Collections.sort(ids);
        return String.join(",", ids);
    }

    private static String mission(MissionTag mission) {
        return mission.type() + ":" + mission.sendingState().orElse("") + ":"
                + mission.city().orElse("");
    }

    private static String day(Occurrence occurred) {
        boolean exact = occurred.precision() == DatePrecision.DAY && occurred.isKnown();
        return exact
                ? LocalDate.ofInstant(occurred.start().get(), ZoneOffset.UTC).toString()
                : "";
    }
}
