package io.missionwatch.e2e;

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
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Numbered articles, each with one event: an attack on the embassy of Norway in one of some states, in turn. The second
 * revision of every tenth takes its event back. What alerts they must come to is known beforehand.
 */
record AttackNews(int articles, int states) {

    private static final String[] STATES = Locale.getISOCountries();
    private static final int TAKEN_BACK = 10;

    // A day of its own, over before the test begins, so that no window ends in the middle of it.
    private static Instant noon() {
        return Instant.now().truncatedTo(ChronoUnit.DAYS).minus(12, ChronoUnit.HOURS);
    }

    /** The records of an article, in the order in which enrich writes them. */
    Stream<NewsEvent> records(int article) {
        var told = Stream.of(event(article), closing(article, 1, List.of(eventId(article))));
        return isTakenBack(article) ? Stream.concat(told, Stream.of(closing(article, 2, List.of()))) : told;
    }

    /** Per host state the events that stand in the end; none where all were taken back. */
    Map<String, Set<String>> outcome() {
        var outcome = new TreeMap<String, Set<String>>();
        for (int article = 0; article < articles; article++) {
            var standing = outcome.computeIfAbsent(state(article), any -> new TreeSet<>());
            if (!isTakenBack(article)) {
                standing.add(eventId(article));
            }
        }
        return outcome;
    }

    private static boolean isTakenBack(int article) {
        return article % TAKEN_BACK == TAKEN_BACK - 1;
    }

    private String state(int article) {
        return STATES[article % states];
    }

    static String articleId(int article) {
        return "article-" + article;
    }

    private static String eventId(int article) {
        return "event-" + article;
    }

    private static NewsEvent closing(int article, int revision, List<String> surviving) {
        return NewsEvent.newBuilder()
                .setEventId(articleId(article))
                .setArticle(ref(article, revision))
                .setSurvivingEventIds(surviving)
                .build();
    }

    private NewsEvent event(int article) {
        return NewsEvent.newBuilder()
                .setEventId(eventId(article))
                .setArticle(ref(article, 1))
                .setEvent(attack(article))
                .build();
    }

    private static ArticleRef ref(int article, int revision) {
        return ArticleRef.newBuilder()
                .setArticleId(articleId(article))
                .setRevision(revision)
                .setOutlet("outlet-" + article)
                .setUrl("https://news.example/" + article)
                .setTitle("Bomb outside the embassy of Norway")
                .setLanguage("en")
                .setFetchedAt(noon().plusSeconds(article))
                .setEventTime(noon().plusSeconds(article))
                .setFingerprint(ByteBuffer.allocate(0))
                .build();
    }

    private Event attack(int article) {
        return Event.newBuilder()
                .setEventId(eventId(article))
                .setType(EventType.ATTACK)
                .setModality(Modality.ASSERTED)
                .setTemporal(Temporal.CURRENT)
                .setVerification(Verification.CONFIRMED)
                .setOccurred(Occurrence.newBuilder().build())
                .setPlace(EventPlace.newBuilder()
                        .setId("place-" + state(article))
                        .setName("The capital")
                        .setType(PlaceType.CITY)
                        .setCountry(state(article))
                        .setLatitude(article % states % 60)
                        .setLongitude(article % states)
                        .build())
                .setMissions(List.of(EventMission.newBuilder()
                        .setType(MissionType.EMBASSY)
                        .setSendingState("NO")
                        .setHostState(state(article))
                        .build()))
                .setEvidence(List.of(Evidence.newBuilder()
                        .setField(TextField.BODY)
                        .setStart(0)
                        .setEnd(48)
                        .setSentence("A bomb went off outside the embassy of Norway, " + article + ".")
                        .build()))
                .build();
    }
}
