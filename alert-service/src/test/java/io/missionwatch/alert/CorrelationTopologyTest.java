package io.missionwatch.alert;

import static io.missionwatch.alert.News.NOON;
import static io.missionwatch.alert.News.article;
import static io.missionwatch.alert.News.closing;
import static io.missionwatch.alert.News.event;
import static org.assertj.core.api.Assertions.assertThat;

import io.missionwatch.schema.Alert;
import io.missionwatch.schema.AlertStatus;
import io.missionwatch.schema.EventType;
import io.missionwatch.schema.NewsEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Correlations and things that do not follow, on the built-in patterns. */
class CorrelationTopologyTest {

    private static final String EVACUATION_THEN_ATTACK = "0b6f6c1e-6a3e-5c0b-8f0e-6f1f3a2d1025";
    private static final String NO_ALL_CLEAR = "0b6f6c1e-6a3e-5c0b-8f0e-6f1f3a2d1030";

    private final AlertRun run = new AlertRun();

    @AfterEach
    void close() {
        run.close();
    }

    @Test
    void anAttackAfterAnEvacuationIsAnAlertThatRestsOnBoth() {
        run.tell(news("a", EventType.EVACUATION, NOON), news("b", EventType.ATTACK, NOON.plus(Duration.ofDays(10))));

        assertThat(newestOf(EVACUATION_THEN_ATTACK).getEvidenceCount()).isEqualTo(2);
    }

    @Test
    void aLateReportOfTheEvacuationMakesTheSameAlert() {
        run.tell(news("b", EventType.ATTACK, NOON.plus(Duration.ofDays(10))), news("a", EventType.EVACUATION, NOON));
        var late = newestOf(EVACUATION_THEN_ATTACK);

        try (var inOrder = new AlertRun()) {
            inOrder.tell(
                    news("a", EventType.EVACUATION, NOON), news("b", EventType.ATTACK, NOON.plus(Duration.ofDays(10))));
            assertThat(late.getAlertId())
                    .isEqualTo(newestOf(inOrder, EVACUATION_THEN_ATTACK).getAlertId());
        }
    }

    @Test
    void aCorrelationThatLosesAPartIsCancelled() {
        run.tell(news("a", EventType.EVACUATION, NOON), news("b", EventType.ATTACK, NOON.plus(Duration.ofDays(5))));

        run.tell(closing(article("a", 2, "outlet-of-a", NOON.plus(Duration.ofDays(6)))));

        assertThat(newestOf(EVACUATION_THEN_ATTACK).getStatus()).isEqualTo(AlertStatus.CANCELLED);
    }

    @Test
    void whatDoesNotFollowIsAnAlertOnceTheSpanIsOverOnAQuietStream() {
        run.tell(news("a", EventType.CLOSURE, NOON));

        run.clockAdvances(Duration.ofDays(13));
        assertThat(of(run.revisions(), NO_ALL_CLEAR)).isEmpty();

        run.clockAdvances(Duration.ofDays(2));
        assertThat(of(run.revisions(), NO_ALL_CLEAR)).isNotEmpty();
    }

    @Test
    void whatWaitsToBeReadFollowsInTimeHoweverLateTheClock() {
        try (var away = new AlertRun(NOON.plus(Duration.ofDays(30)))) {
            away.tell(news("a", EventType.CLOSURE, NOON));
            away.clockAdvances(Duration.ofSeconds(40));
            away.tell(closing(article("other", 1, "other", NOON.plus(Duration.ofHours(1)))));
            away.clockAdvances(Duration.ofSeconds(40));
            away.tell(news("b", EventType.REOPENING, NOON.plus(Duration.ofDays(5))));
            away.clockAdvances(Duration.ofMinutes(5));

            assertThat(of(away.revisions(), NO_ALL_CLEAR)).isEmpty();
        }
    }

    @Test
    void everyDeadlineIsReachedHoweverFarTheClockJumps() {
        run.tell(news("a", EventType.CLOSURE, NOON), news("b", EventType.CLOSURE, NOON.plus(Duration.ofDays(8))));

        run.clockAdvances(Duration.ofDays(60));

        assertThat(of(run.revisions(), NO_ALL_CLEAR))
                .filteredOn(alert -> alert.getRevision() == 1)
                .hasSize(2);
    }

    @Test
    void aLateReportOfWhatFollowedTakesTheAlertBack() {
        run.tell(news("a", EventType.CLOSURE, NOON));
        run.clockAdvances(Duration.ofDays(15));
        run.revisions();

        run.tell(news("b", EventType.REOPENING, NOON.plus(Duration.ofDays(5))));

        assertThat(newestOf(NO_ALL_CLEAR).getStatus()).isEqualTo(AlertStatus.CANCELLED);
    }

    private Alert newestOf(String patternId) {
        return newestOf(run, patternId);
    }

    private static Alert newestOf(AlertRun run, String patternId) {
        var alerts = of(run.revisions(), patternId);
        return alerts.get(alerts.size() - 1);
    }

    private static List<Alert> of(List<Alert> revisions, String patternId) {
        return revisions.stream()
                .filter(alert -> alert.getPatternId().equals(patternId))
                .toList();
    }

    private static NewsEvent news(String id, EventType type, Instant time) {
        return event(article(id, 1, "outlet-of-" + id, time), "event-of-" + id, type);
    }
}
