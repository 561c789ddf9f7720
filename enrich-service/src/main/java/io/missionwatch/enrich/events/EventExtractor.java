package io.missionwatch.enrich.events;

import io.missionwatch.enrich.actors.ActorTag;
import io.missionwatch.enrich.budget.Budget;
import io.missionwatch.enrich.events.time.Anchor;
import io.missionwatch.enrich.events.time.TimeReader;
import io.missionwatch.enrich.events.words.LanguagePack;
import io.missionwatch.enrich.missions.MissionTag;
import io.missionwatch.enrich.places.PlaceTag;
import io.missionwatch.enrich.text.Document;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the events that an article tells: trigger by trigger within its clause, facet by facet, and then brings together what is
 * told of one event in several sentences. Holds no state; one extractor serves all threads.
 */
public final class EventExtractor {

    private static final String DEFAULT_LANGUAGE = "en";

    private final Map<String, LanguagePack> packs = new HashMap<>();

    /** An extractor for the languages of the given packs; articles in any other are read with the English one. */
    public EventExtractor(List<LanguagePack> packs) {
        packs.forEach(pack -> this.packs.put(pack.language(), pack));
        if (!this.packs.containsKey(DEFAULT_LANGUAGE)) {
            throw new IllegalArgumentException("No English language pack");
        }
    }

    /** An extractor with all language packs on the class path. */
    public static EventExtractor withBuiltInPacks() {
        return new EventExtractor(LanguagePack.builtIn());
    }

    /** The events of an article, however long it takes. */
    public List<Event> eventsIn(
            String articleId,
            Document document,
            List<ActorTag> actors,
            List<MissionTag> missions,
            List<PlaceTag> places) {
        return eventsIn(articleId, document, actors, missions, places, Budget.unlimited());
    }

    /**
     * The events in the order in which the article tells them. Times are resolved against the document's publication, else against
     * the date of its dateline.
     *
     * @param budget the time that is left for the article
     */
    public List<Event> eventsIn(
            String articleId,
            Document document,
            List<ActorTag> actors,
            List<MissionTag> missions,
            List<PlaceTag> places,
            Budget budget) {
        var cast = new Cast(document, actors, missions, places);
        var pack = packs.getOrDefault(document.language().orElse(DEFAULT_LANGUAGE), packs.get(DEFAULT_LANGUAGE));
        var anchor = document.published().map(Anchor::at).orElseGet(() -> Datelines.anchorOf(document, pack.time()));
        var dates = new Dates(new TimeReader(pack.time()), anchor, cast);
        var lines = new LineReader(pack, cast, dates).read(document, budget);
        var tellings = new Passages(cast, pack).tellings(lines, budget);
        return events(new EventIds(articleId), new EventWriter(document, cast), tellings);
    }

    private static List<Event> events(EventIds ids, EventWriter writer, List<Telling> tellings) {
        var events = new ArrayList<Event>();
        for (var telling : tellings) {
            events.add(writer.write(telling, ids));
        }
        return events;
    }
}
