package io.missionwatch.alert;

import static io.missionwatch.alert.News.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.missionwatch.schema.Alert;
import io.missionwatch.schema.EventType;
import io.missionwatch.schema.NewsEvent;
import io.missionwatch.schema.Pattern;
import io.missionwatch.schema.PlaceType;
import io.missionwatch.schema.Severity;
import io.missionwatch.schema.Site;
import io.missionwatch.schema.WatchList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Watch lists, while events flow: which patterns they let fire, and how bad what happens near their sites is. */
class WatchedSitesTest {

    private static final String NEAR = "7d1c9f0a-1111-4222-8333-444455557777";
    private static final String ATTACK = "0b6f6c1e-6a3e-5c0b-8f0e-6f1f3a2d1001";

    private final AlertRun run = new AlertRun();

    @AfterEach
    void close() {
        run.close();
    }

    @Test
    void aPatternFiresOnlyNearASiteOfItsList() {
        run.putPattern(within("{km: 10, watch-lists: [ours]}"));

        run.tell(protest("a"));
        run.putWatchList(list("others", 34.5, 69.2, 0));
        run.tell(protest("b"));
        assertThat(fired(NEAR)).isEmpty();

        run.putWatchList(list("ours", 34.55, 69.2, 0));
        run.tell(protest("c"));
        assertThat(fired(NEAR)).hasSize(1);

        run.removeWatchList("ours");
        run.tell(protest("d"));
        assertThat(fired(NEAR)).isEmpty();
    }

    @Test
    void distanceCountsFromTheEdgeOfASite() {
        run.putPattern(within("10"));
        run.putWatchList(list("ours", 34.7, 69.2, 5));
        run.tell(protest("a"));
        assertThat(fired(NEAR)).isEmpty();

        run.putWatchList(list("ours", 34.7, 69.2, 15));
        run.tell(protest("b"));
        assertThat(fired(NEAR)).hasSize(1);
    }

    @Test
    void theMiddleOfACountryIsNoPlaceNearASite() {
        run.putPattern(within("10"));
        run.putWatchList(list("ours", 34.5, 69.2, 0));
        var somewhere = protest("a");
        somewhere.getEvent().getPlace().setType(PlaceType.COUNTRY);

        run.tell(somewhere);

        assertThat(fired(NEAR)).isEmpty();
    }

    @Test
    void anAttackNearAWatchedSiteIsWorseAndSaysWhy() {
        run.tell(event("a", EventType.ATTACK));
        var anywhere = severityOf(fired(ATTACK));

        run.putWatchList(list("ours", 34.52, 69.2, 0));
        run.tell(event("b", EventType.ATTACK));
        var near = fired(ATTACK);

        assertThat(severityOf(near)).isGreaterThan(anywhere);
        assertThat(near.get(0).getReasons()).anyMatch(reason -> reason.startsWith("It is 2 km from our site, which"));
    }

    @Test
    void anAttackOnTheMissionOfAWatchedStateIsWorseAndSaysWhy() {
        run.tell(event("a", EventType.ATTACK));
        var anywhere = severityOf(fired(ATTACK));

        var list = list("ours", 0, 0, 0);
        list.setSendingStates(List.of("FR", "RU"));
        run.putWatchList(list);
        run.tell(event("b", EventType.ATTACK));
        var watched = fired(ATTACK);

        assertThat(severityOf(watched)).isGreaterThan(anywhere);
        assertThat(watched.get(0).getReasons()).anyMatch(reason -> reason.startsWith("RU is on a watch list."));
    }

    @Test
    void theStateOfAHostCountsAsAHostAlone() {
        run.tell(event("a", EventType.ATTACK));
        var anywhere = severityOf(fired(ATTACK));

        var list = list("ours", 0, 0, 0);
        list.setHostStates(List.of("RU"));
        run.putWatchList(list);
        run.tell(event("b", EventType.ATTACK));
        assertThat(severityOf(fired(ATTACK))).isEqualTo(anywhere);

        list.setHostStates(List.of("AF"));
        run.putWatchList(list);
        run.tell(event("c", EventType.ATTACK));
        assertThat(severityOf(fired(ATTACK))).isGreaterThan(anywhere);
    }

    private List<Alert> fired(String patternId) {
        return run.revisions().stream()
                .filter(alert -> alert.getPatternId().equals(patternId))
                .toList();
    }

    private static Severity severityOf(List<Alert> alerts) {
        return alerts.get(alerts.size() - 1).getSeverity();
    }

    private static NewsEvent protest(String article) {
        return event(article, EventType.PROTEST);
    }

    private static NewsEvent event(String article, EventType type) {
        return News.event(News.article(article, 1, "herald", NOON), "event-of-" + article, type);
    }

    private static WatchList list(String id, double latitude, double longitude, double radius) {
        return WatchList.newBuilder()
                .setWatchListId(id)
                .setName(id)
                .setSites(List.of(Site.newBuilder()
                        .setName("our site")
                        .setLatitude(latitude)
                        .setLongitude(longitude)
                        .setRadiusKm(radius)
                        .build()))
                .setChangedBy("ada")
                .build();
    }

    private static Pattern within(String km) {
        return Pattern.newBuilder()
                .setPatternId(NEAR)
                .setYaml("""
                        title: A protest near us
                        id: %s
                        logsource: {product: missionwatch, category: news_event}
                        detection: {what: {event.type: PROTEST}, condition: what}
                        missionwatch: {within-km: %s}
                        """.formatted(NEAR, km))
                .setVersion(1)
                .setChangedAt(NOON)
                .build();
    }
}
