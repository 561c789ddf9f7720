package io.missionwatch.alert;

import static io.missionwatch.alert.News.NOON;
import static io.missionwatch.alert.News.article;
import static io.missionwatch.alert.News.closing;
import static io.missionwatch.alert.News.event;
import static org.assertj.core.api.Assertions.assertThat;

import io.missionwatch.schema.ActionKind;
import io.missionwatch.schema.Alert;
import io.missionwatch.schema.AlertAction;
import io.missionwatch.schema.AlertStatus;
import io.missionwatch.schema.EventType;
import io.missionwatch.schema.NewsEvent;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A service that was away for eight days: no alert expires before what waits to be read is read. */
class CatchingUpTest {

    private static final Instant BACK = NOON.plus(Duration.ofDays(8));

    private final AlertRun away = new AlertRun(BACK);

    @AfterEach
    void close() {
        away.close();
    }

    @Test
    void noAlertExpiresByTheClock() {
        away.tell(news("a", EventType.ATTACK, NOON));
        away.clockAdvances(Duration.ofSeconds(20));
        away.tell(news("b", EventType.ATTACK, NOON.plus(Duration.ofHours(6))));

        assertThat(away.revisions()).extracting(Alert::getStatus).containsOnly(AlertStatus.OPEN);
    }

    @Test
    void noAlertThatIsHeldBackDoes() {
        away.tell(
                news("a", EventType.ATTACK, NOON),
                news("b", EventType.ATTACK, NOON.plusSeconds(60)),
                news("c", EventType.EVACUATION, NOON.plusSeconds(120)));
        away.clockAdvances(Duration.ofSeconds(20));

        var revisions = away.revisions();
        assertThat(revisions).anyMatch(alert -> alert.getSuppressedBy() != null);
        assertThat(revisions).extracting(Alert::getStatus).containsOnly(AlertStatus.OPEN);
    }

    @Test
    void noAlertExpiresBecauseSomebodyActsOnAnother() {
        away.tell(news("a", EventType.EVACUATION, NOON), news("b", EventType.ATTACK, NOON.plusSeconds(60)));
        var other = away.revisions().get(0);

        away.act(acknowledge(other));
        away.tell(news("c", EventType.ATTACK, NOON.plus(Duration.ofHours(6))));

        assertThat(away.revisions())
                .extracting(Alert::getStatus)
                .contains(AlertStatus.ACKNOWLEDGED)
                .doesNotContain(AlertStatus.EXPIRED);
    }

    @Test
    void alertsExpireOnceTheNewsIsFreshThoughItMatchesNothing() {
        away.tell(news("a", EventType.ATTACK, NOON));
        away.clockAdvances(Duration.ofSeconds(40));
        away.tell(closing(article("old", 1, "other", NOON.plus(Duration.ofHours(1)))));
        away.clockAdvances(Duration.ofSeconds(40));
        assertThat(away.revisions()).extracting(Alert::getStatus).containsOnly(AlertStatus.OPEN);

        away.tell(closing(article("fresh", 1, "other", BACK.plusSeconds(80))));
        away.clockAdvances(Duration.ofSeconds(10));

        assertThat(away.revisions()).extracting(Alert::getStatus).containsOnly(AlertStatus.EXPIRED);
    }

    private static NewsEvent news(String id, EventType type, Instant time) {
        return event(article(id, 1, "outlet-of-" + id, time), "event-of-" + id, type);
    }

    private static AlertAction acknowledge(Alert alert) {
        return AlertAction.newBuilder()
                .setActionId("seen")
                .setAlertId(alert.getAlertId())
                .setKind(ActionKind.ACKNOWLEDGE)
                .setBy("ada")
                .setAt(BACK)
                .setReason("seen")
                .build();
    }
}
