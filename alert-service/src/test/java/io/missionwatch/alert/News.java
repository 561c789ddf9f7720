package io.missionwatch.alert;

import io.missionwatch.schema.ArticleRef;
import io.missionwatch.schema.Event;
import io.missionwatch.schema.EventMission;
import io.missionwatch.schema.EventPlace;
import io.missionwatch.schema.EventType;
import io.missionwatch.schema.Evidence;
import io.missionwatch.schema.MissionType;
import io.missionwatch.schema.Modality;
import io.missionwatch.schema.NewsEvent;
import io.missionwatch.schema.Occurrence;
import io.missionwatch.schema.PlaceType;
import io.missionwatch.schema.Temporal;
import io.missionwatch.schema.TextField;
import io.missionwatch.schema.Verification;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;

/** Makes records of the event stream for tests. */
final class News {

    static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private News() {}

    /** One event of an article's revision, that concerns the Russian embassy in Kabul. */
    static NewsEvent event(ArticleRef article, String eventId, EventType type) {
        return NewsEvent.newBuilder()
                .setEventId(eventId)
                .setArticle(article)
                .setEvent(telling(eventId, type))
                .build();
    }

    static NewsEvent with(NewsEvent news, Modality modality, Verification verification) {
        var copy = NewsEvent.newBuilder(news).build();
        copy.getEvent().setModality(modality);
        copy.getEvent().setVerification(verification);
        return copy;
    }

    static NewsEvent closing(ArticleRef article, String... surviving) {
        return NewsEvent.newBuilder()
                .setEventId(article.getArticleId())
                .setArticle(article)
                .setSurvivingEventIds(List.of(surviving))
                .build();
    }

    static ArticleRef article(String id, int revision, String outlet, Instant time) {
        return ArticleRef.newBuilder()
                .setArticleId(id)
                .setRevision(revision)
                .setOutlet(outlet)
                .setUrl("https://news.example/" + id)
                .setTitle("Bomb outside the Russian Embassy in Kabul")
                .setLanguage("en")
                .setFetchedAt(time)
                .setEventTime(time)
                .setFingerprint(ByteBuffer.allocate(0))
                .build();
    }

    private static Event telling(String eventId, EventType type) {
        return Event.newBuilder()
                .setEventId(eventId)
                .setType(type)
                .setModality(Modality.ASSERTED)
                .setTemporal(Temporal.CURRENT)
                .setVerification(Verification.CONFIRMED)
                .setOccurred(Occurrence.newBuilder().build())
                .setPlace(EventPlace.newBuilder()
                        .setId("geonames:1138958")
                        .setName("Kabul")
                        .setType(PlaceType.CITY)
                        .setCountry("AF")
                        .setLatitude(34.5)
                        .setLongitude(69.2)
                        .build())
                .setMissions(List.of(EventMission.newBuilder()
                        .setType(MissionType.EMBASSY)
                        .setSendingState("RU")
                        .setHostState("AF")
                        .setCity("Kabul")
                        .build()))
                .setEvidence(List.of(Evidence.newBuilder()
                        .setField(TextField.BODY)
                        .setStart(0)
                        .setEnd(53)
                        .setSentence("A bomb went off outside the Russian Embassy in Kabul.")
                        .build()))
                .build();
    }
}
