package io.missionwatch.alert.view;

import io.missionwatch.schema.ArticleRef;
import io.missionwatch.schema.Count;
import io.missionwatch.schema.Event;
import io.missionwatch.schema.EventActor;
import io.missionwatch.schema.EventMission;
import io.missionwatch.schema.EventPlace;
import io.missionwatch.schema.Evidence;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * An event as a pattern sees it: single objects event, article and place, lists actor and mission. A value that is not
 * known is left out. The same object, with a few facts more, is a line of {@code events.jsonl}.
 */
public final class PatternView {

    private static final String ASSERTED = "ASSERTED";
    private static final String ALLEGED = "ALLEGED";

    private PatternView() {}

    /** The event as it is told. */
    public static Map<String, Object> of(ArticleRef article, Event event) {
        return tree(
                article,
                event,
                event.getModality().name(),
                event.getVerification().name());
    }

    /** The event as it would be if nobody denied it: what a denial is held against. */
    public static Map<String, Object> asIfTrue(ArticleRef article, Event event) {
        return tree(article, event, ASSERTED, ALLEGED);
    }

    /** Whether the text says that the event is not so. */
    public static boolean isDenied(Event event) {
        return event.getModality().name().equals("NEGATED")
                || event.getVerification().name().equals("DENIED");
    }

    /** A line of {@code events.jsonl}: the object that patterns see, with casualties, attribution and evidence. */
    public static Map<String, Object> line(String id, ArticleRef article, Event event) {
        var line = new LinkedHashMap<String, Object>();
        line.put("id", id);
        line.putAll(of(article, event));
        var withFacts = new LinkedHashMap<String, Object>(
                event(event, event.getModality().name(), event.getVerification().name()));
        withFacts.put("id", event.getEventId());
        putCount(withFacts, "killed", event.getKilled());
        putCount(withFacts, "wounded", event.getWounded());
        if (event.getAttribution() != null) {
            var attribution = new LinkedHashMap<String, Object>();
            attribution.put("speaker", event.getAttribution().getSpeaker());
            putIfKnown(attribution, "actorId", event.getAttribution().getActorId());
            withFacts.put("attribution", attribution);
        }
        withFacts.put(
                "evidence", event.getEvidence().stream().map(PatternView::span).toList());
        line.put("event", withFacts);
        return line;
    }

    private static Map<String, Object> tree(ArticleRef article, Event event, String modality, String verification) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("event", event(event, modality, verification));
        tree.put("article", article(article));
        if (event.getPlace() != null) {
            tree.put("place", place(event.getPlace()));
        }
        tree.put("actor", event.getActors().stream().map(PatternView::actor).toList());
        tree.put(
                "mission",
                event.getMissions().stream().map(PatternView::mission).toList());
        return tree;
    }

    private static Map<String, Object> event(Event event, String modality, String verification) {
        var view = new LinkedHashMap<String, Object>();
        view.put("type", event.getType().name());
        view.put("means", event.getMeans().name());
        view.put("modality", modality);
        view.put("temporal", event.getTemporal().name());
        view.put("verification", verification);
        putIfKnown(view, "occurred_start", text(event.getOccurred().getStart()));
        putIfKnown(view, "killed_min", least(event.getKilled()));
        putIfKnown(view, "wounded_min", least(event.getWounded()));
        view.put(
                "text",
                event.getEvidence().stream()
                        .map(Evidence::getSentence)
                        .distinct()
                        .collect(Collectors.joining("\n")));
        return view;
    }

    private static Map<String, Object> article(ArticleRef article) {
        var view = new LinkedHashMap<String, Object>();
        view.put("id", article.getArticleId());
        view.put("outlet", article.getOutlet());
        view.put("source_class", article.getSourceClass().name());
        view.put("reliability", article.getReliability().name());
        putIfKnown(view, "language", article.getLanguage());
        view.put("title", article.getTitle());
        view.put("event_time", article.getEventTime().toString());
        view.put("origin", article.getCreditLine() == null ? article.getOutlet() : article.getCreditLine());
        return view;
    }

    private static Map<String, Object> place(EventPlace place) {
        var view = new LinkedHashMap<String, Object>();
        view.put("id", place.getId());
        view.put("name", place.getName());
        view.put("type", place.getType().name());
        putIfKnown(view, "country", place.getCountry());
        putIfKnown(view, "admin1", place.getAdmin1());
        view.put("latitude", place.getLatitude());
        view.put("longitude", place.getLongitude());
        return view;
    }

    private static Map<String, Object> actor(EventActor actor) {
        var view = new LinkedHashMap<String, Object>();
        view.put("id", actor.getId());
        view.put("name", actor.getName());
        view.put("type", actor.getType().name());
        view.put("role", actor.getRole().name());
        putIfKnown(view, "country", actor.getCountry());
        return view;
    }

    private static Map<String, Object> mission(EventMission mission) {
        var view = new LinkedHashMap<String, Object>();
        view.put("type", mission.getType().name());
        putIfKnown(view, "sending_state", mission.getSendingState());
        putIfKnown(view, "host_state", mission.getHostState());
        putIfKnown(view, "city", mission.getCity());
        return view;
    }

    private static Map<String, Object> span(Evidence evidence) {
        var view = new LinkedHashMap<String, Object>();
        view.put("field", evidence.getField().name());
        view.put("start", evidence.getStart());
        view.put("end", evidence.getEnd());
        view.put("sentence", evidence.getSentence());
        return view;
    }

    private static void putCount(Map<String, Object> view, String name, Count count) {
        if (count != null) {
            var bounds = new LinkedHashMap<String, Object>();
            bounds.put("min", count.getMin());
            putIfKnown(bounds, "max", count.getMax());
            view.put(name, bounds);
        }
    }

    private static Object least(Count count) {
        return count == null ? null : count.getMin();
    }

    private static Object text(Instant time) {
        return time == null ? null : time.toString();
    }

    private static void putIfKnown(Map<String, Object> view, String name, Object value) {
        if (value != null) {
            view.put(name, value);
        }
    }
}
