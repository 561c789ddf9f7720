package io.missionwatch.alert.deliveries.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.missionwatch.alert.deliveries.Alerts;
import io.missionwatch.schema.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GathererTest {

    private static final Instant NOON = Alerts.NOON;

    private final Gatherer gatherer = new Gatherer(new Gathering(Duration.ofMinutes(15), Severity.HIGH));

    @Test
    void whatWaitsLeavesWhenTheFirstHasWaitedLongEnough() {
        took(Severity.LOW, NOON);
        took(Severity.MEDIUM, NOON.plusSeconds(600));

        assertThat(gatherer.isTime(NOON.plusSeconds(899))).isFalse();
        assertThat(gatherer.isTime(NOON.plusSeconds(900))).isTrue();
    }

    @Test
    void whatIsUrgentTakesAlongWhatWaits() {
        took(Severity.LOW, NOON);
        took(Severity.CRITICAL, NOON.plusSeconds(1));

        assertThat(gatherer.isTime(NOON.plusSeconds(1))).isTrue();
    }

    @Test
    void theNextOneWaitsItsOwnTime() {
        took(Severity.LOW, NOON);
        gatherer.left();
        assertThat(gatherer.isTime(NOON.plusSeconds(900))).isFalse();

        took(Severity.LOW, NOON.plusSeconds(1000));

        assertThat(gatherer.isTime(NOON.plusSeconds(1899))).isFalse();
        assertThat(gatherer.isTime(NOON.plusSeconds(1900))).isTrue();
    }

    @Test
    void whatWasWrittenBeforeARestartDoesNotWaitAnew() {
        took(Severity.LOW, NOON);
        took(Severity.LOW, NOON.minusSeconds(600));
        took(Severity.LOW, NOON.plusSeconds(1));

        assertThat(gatherer.isTime(NOON.plusSeconds(299))).isFalse();
        assertThat(gatherer.isTime(NOON.plusSeconds(300))).isTrue();
    }

    private void took(Severity severity, Instant at) {
        var alert = Alerts.alert(Alerts.ID, 1).setSeverity(severity).build();
        gatherer.took(new Parcel(alert, 1, Optional.empty()), at);
    }
}
