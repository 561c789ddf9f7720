package io.missionwatch.enrich.events;

import io.missionwatch.enrich.events.facets.Casualties;
import io.missionwatch.enrich.events.facets.EventType;
import io.missionwatch.enrich.events.facets.Role;
import io.missionwatch.enrich.missions.MissionTag;
import io.missionwatch.enrich.missions.MissionType;
import io.missionwatch.enrich.places.PlaceTag;
import io.missionwatch.enrich.places.PlaceType;
import io.missionwatch.enrich.text.Document;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Writes what an article tells of one event as the event: facets settled, tags for indices, spans for tokens. */
final class EventWriter {

    private final Document document;
    private final Cast cast;
    private final Map<EventType, String> lastIds = new LinkedHashMap<>();
    private final Map<Integer, String> sentences = new HashMap<>();

    EventWriter(Document document, Cast cast) {
        this.document = document;
        this.cast = cast;
    }

    Event write(Telling telling, EventIds ids) {
        var missions = missions(telling);
        var actors = actors(telling);
        var id = ids.idOf(telling.type(), missions, actors, telling.occurred());
        var event = new Event(
                id,
                telling.type(),
                telling.means(),
                telling.modality(),
                telling.temporal(),
                telling.verification(),
                telling.occurred(),
                casualties(telling),
                place(telling),
                actors,
                missions,
                attribution(telling),
                about(telling),
                evidence(telling),
                telling.lead().reasons);
        lastIds.put(event.type(), event.id());
        return event;
    }

    private static Casualties casualties(Telling telling) {
        var all = Casualties.UNTOLD;
        for (var draft : telling.drafts()) {
            all = all.and(draft.casualties);
        }
        return all;
    }

    /** The most exact place that the drafts name, else the city of the mission where the article names it. */
    private Optional<PlaceTag> place(Telling telling) {
        Optional<PlaceTag> country = Optional.empty();
        for (var draft : telling.drafts()) {
            for (var place : draft.places) {
                var tag = Optional.of(cast.place(place));
                if (tag.get().place().type() != PlaceType.COUNTRY) {
                    return tag;
                }
                country = country.or(() -> tag);
            }
        }
        return country;
    }

    private List<EventActor> actors(Telling telling) {
        var roles = roles(telling.drafts());
        var actors = new ArrayList<EventActor>(roles.size());
        roles.forEach((actor, role) -> actors.add(new EventActor(cast.actor(actor), role)));
        return actors;
    }

    private static Map<Integer, Role> roles(List<Draft> drafts) {
        if (drafts.size() == 1) {
            return drafts.get(0).roles;
        }
        var roles = new TreeMap<Integer, Role>();
        for (var draft : drafts) {
            draft.roles.forEach((actor, role) -> roles.merge(actor, role, EventWriter::stronger));
        }
        return roles;
    }

    private static Role stronger(Role one, Role other) {
        return one.compareTo(other) <= 0 ? one : other;
    }

    private List<MissionTag> missions(Telling telling) {
        var all = new ArrayList<MissionTag>(telling.missions().size());
        telling.missions().forEach(mission -> all.add(cast.mission(mission)));
        if (all.size() < 2) {
            return all;
        }
        return all.stream()
                .filter(mission -> all.stream().noneMatch(other -> isVagueFor(mission, other)))
                .toList();
    }

    /**
     * "Denmark flies embassy staff out": one without a sender is the one of its kind beside it that has one, where both are in one
     * country. "The Turkish embassy and other foreign missions" are two things.
     */
    private static boolean isVagueFor(MissionTag mission, MissionTag other) {
        boolean sameKind = mission.type() == other.type()
                || mission.type() == MissionType.DIPLOMATIC_PERSONNEL
                || other.type() == MissionType.DIPLOMATIC_PERSONNEL;
        return sameKind
                && mission.type() != MissionType.OTHER
                && mission.sendingState().isEmpty()
                && mission.sendingOrganisation().isEmpty()
                && other.sendingState().isPresent()
                && (mission.hostState().isEmpty() || mission.hostState().equals(other.hostState()));
    }

    private static Optional<Attribution> attribution(Telling telling) {
        for (var draft : telling.drafts()) {
            if (draft.attribution.isPresent()) {
                return draft.attribution;
            }
        }
        return Optional.empty();
    }

    /** A claim or denial is about the attack told last before it. */
    private Optional<String> about(Telling telling) {
        return switch (telling.type()) {
            case CLAIM_OF_RESPONSIBILITY, DENIAL ->
                Optional.ofNullable(lastIds.get(EventType.ATTACK))
                        .or(() -> lastIds.values().stream().reduce((one, other) -> other));
            default -> Optional.empty();
        };
    }

    private List<Evidence> evidence(Telling telling) {
        if (telling.drafts().size() == 1) {
            return List.of(evidence(telling.first()));
        }
        var evidence = new LinkedHashSet<Evidence>();
        for (var draft : telling.drafts()) {
            evidence.add(evidence(draft));
        }
        return List.copyOf(evidence);
    }

    private Evidence evidence(Draft draft) {
        var line = draft.line;
        var first = line.token(draft.first);
        var last = line.token(Math.min(draft.end, line.size()) - 1);
        return new Evidence(first.span().to(last.span()), sentence(line));
    }

    /** Many drafts of one line share its words: they are cut out, and hashed, once. */
    private String sentence(Line line) {
        return sentences.computeIfAbsent(
                line.number(), number -> document.text(line.sentence().span()));
    }
}
