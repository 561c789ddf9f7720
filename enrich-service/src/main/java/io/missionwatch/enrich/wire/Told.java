package io.missionwatch.enrich.wire;

import io.missionwatch.enrich.articles.Enrichment;
import io.missionwatch.enrich.events.Event;
import io.missionwatch.schema.Article;
import io.missionwatch.schema.EnrichedArticle;
import io.missionwatch.schema.NewsEvent;
import java.util.ArrayList;
import java.util.List;

/**
 * What the service says of one revision of an article: its tags in one record, and its events one by one, closed by a
 * record with the ids of all of them.
 */
public record Told(EnrichedArticle tags, List<NewsEvent> events) {

    public Told {
        events = List.copyOf(events);
    }

    /** Writes what was found in an article. */
    public static Told of(Article article, Enrichment found) {
        var ref = ArticleRefs.of(article);
        var tags = EnrichedArticle.newBuilder()
                .setArticle(ref)
                .setActors(found.actors().stream().map(TagRecords::of).toList())
                .setPlaces(found.places().stream().map(TagRecords::of).toList())
                .setMissions(found.missions().stream().map(TagRecords::of).toList())
                .setEvents(found.events().stream().map(EventRecords::of).toList())
                .setTaggerVersion(found.taggerVersion())
                .setReferenceVersion(found.referenceVersion())
                .build();
        return new Told(tags, events(tags, found));
    }

    private static List<NewsEvent> events(EnrichedArticle tags, Enrichment found) {
        var events = new ArrayList<NewsEvent>();
        for (var event : tags.getEvents()) {
            events.add(NewsEvent.newBuilder()
                    .setEventId(event.getEventId())
                    .setArticle(tags.getArticle())
                    .setEvent(event)
                    .setTaggerVersion(found.taggerVersion())
                    .setReferenceVersion(found.referenceVersion())
                    .build());
        }
        events.add(NewsEvent.newBuilder()
                .setEventId(tags.getArticle().getArticleId())
                .setArticle(tags.getArticle())
                .setSurvivingEventIds(found.events().stream().map(Event::id).toList())
                .setTaggerVersion(found.taggerVersion())
                .setReferenceVersion(found.referenceVersion())
                .build());
        return events;
    }
}
