package io.missionwatch.bench.accuracy;

import io.missionwatch.enrich.actors.ActorTag;
import io.missionwatch.enrich.actors.ActorType;
import io.missionwatch.enrich.articles.Enrichment;
import io.missionwatch.enrich.events.EventActor;
import io.missionwatch.enrich.events.facets.EventType;
import io.missionwatch.enrich.events.facets.Role;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;

/**
 * The armed groups that a text holds to be behind what it tells: those that an event has as perpetrator or claimant. Where no event has
 * one, all that it names but those that are struck or strike back.
 */
final class Perpetrators {

    private static final Set<Role> BEHIND = EnumSet.of(Role.PERPETRATOR, Role.CLAIMANT);
    private static final Set<Role> OTHERS = EnumSet.of(Role.TARGET, Role.VICTIM, Role.RESPONDER);

    private Perpetrators() {}

    static List<ActorTag> of(Enrichment enrichment) {
        var behind = actors(enrichment, (type, part) -> BEHIND.contains(part.role()));
        // Who is arrested is suspected.
        var others = actors(enrichment, (type, part) -> OTHERS.contains(part.role()) && type != EventType.ARREST);
        var armed = enrichment.actors().stream()
                .filter(actor -> actor.type() == ActorType.ARMED_GROUP)
                .toList();
        var named = armed.stream().filter(actor -> behind.contains(actor.id())).toList();
        return named.isEmpty()
                ? armed.stream().filter(actor -> !others.contains(actor.id())).toList()
                : named;
    }

    private static Set<String> actors(Enrichment enrichment, BiPredicate<EventType, EventActor> part) {
        return enrichment.events().stream()
                .flatMap(event -> event.actors().stream().filter(actor -> part.test(event.type(), actor)))
                .map(actor -> actor.actor().id())
                .collect(Collectors.toSet());
    }
}
