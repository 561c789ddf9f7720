package io.missionwatch.alert.deliveries.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.missionwatch.alert.deliveries.Alerts;
import io.missionwatch.alert.deliveries.outbox.Outbox.Ticket;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OutboxTest {

    private final Outbox outbox = new Outbox(Progress.at(10));

    @Test
    void revisionsOfOneAlertLeaveInTheirOrder() {
        take(outbox, 10, "a", 1);
        take(outbox, 11, "a", 2);
        take(outbox, 12, "b", 1);

        assertThat(due()).containsExactly(10L, 12L);
        outbox.settle(10);

        assertThat(due()).containsExactly(11L);
    }

    @Test
    void aFailedOneWaitsAndHoldsBackOnlyItsOwnAlert() {
        take(outbox, 10, "a", 1);
        take(outbox, 11, "a", 2);
        due();
        outbox.tryAgain(10, 1, Alerts.NOON.plusSeconds(30));
        take(outbox, 12, "b", 1);

        assertThat(due()).containsExactly(12L);
        assertThat(outbox.nextDue()).contains(Alerts.NOON.plusSeconds(30));
        assertThat(offsets(outbox.startDue(Alerts.NOON.plusSeconds(30), 9))).containsExactly(10L);
        assertThat(outbox.parcel(10).attempt()).isEqualTo(2);
    }

    @Test
    void noMoreThanAskedForAreBroughtTogetherTheOldestFirst() {
        take(outbox, 10, "a", 1);
        take(outbox, 11, "b", 1);
        take(outbox, 12, "a", 2);

        assertThat(outbox.countAllDue(Alerts.NOON)).isEqualTo(3);
        assertThat(offsets(outbox.startAllDue(Alerts.NOON, 2))).containsExactly(10L, 11L);
        outbox.settle(10);
        outbox.tryAgain(11, 1, Alerts.NOON.plusSeconds(30));

        assertThat(outbox.countAllDue(Alerts.NOON)).isEqualTo(1);
        assertThat(offsets(outbox.startAllDue(Alerts.NOON, 2))).containsExactly(12L);
    }

    @Test
    void whatIsNotWantedIsDone() {
        assertThat(outbox.take(10, parcel("a", 1), false)).isFalse();

        assertThat(outbox.progress()).isEqualTo(Progress.at(11));
    }

    @Test
    void theOldestOpenOneIsWhereAnotherGoesOn() {
        take(outbox, 10, "a", 1);
        take(outbox, 11, "b", 1);
        take(outbox, 12, "c", 1);
        due();
        outbox.tryAgain(11, 3, Alerts.NOON.plusSeconds(60));
        outbox.settle(10);
        outbox.settle(12);

        var progress = outbox.progress();
        var other =
                new Outbox(Progress.parse(progress.offset(), progress.asText()).orElseThrow());
        assertThat(progress.offset()).isEqualTo(11);
        take(other, 11, "b", 1);
        assertThat(other.take(12, parcel("c", 1), true)).isFalse();

        assertThat(other.take(13, parcel("d", 1), true)).isTrue();
        assertThat(offsets(other.startDue(Alerts.NOON, 9))).containsExactly(13L);
        assertThat(offsets(other.startDue(Alerts.NOON.plusSeconds(60), 9))).containsExactly(11L);
        assertThat(other.parcel(11).attempt()).isEqualTo(4);
    }

    @Test
    void retriesAreSpreadAndEndSomeTime() {
        var schedule = new RetrySchedule(List.of(Duration.ofSeconds(10), Duration.ofSeconds(100)));

        assertThat(schedule.afterFailures(1, Optional.empty(), 0)).contains(Duration.ofSeconds(8));
        assertThat(schedule.afterFailures(1, Optional.empty(), 1)).contains(Duration.ofSeconds(12));
        assertThat(schedule.afterFailures(2, Optional.of(Duration.ofSeconds(500)), 0.5))
                .contains(Duration.ofSeconds(500));
        assertThat(schedule.afterFailures(2, Optional.of(Duration.ofDays(50)), 0.5))
                .contains(Duration.ofDays(1));
        assertThat(schedule.afterFailures(3, Optional.empty(), 0.5)).isEmpty();
    }

    private List<Long> due() {
        return offsets(outbox.startDue(Alerts.NOON, 9));
    }

    private static List<Long> offsets(List<Ticket> tickets) {
        return tickets.stream().map(Ticket::offset).toList();
    }

    private static void take(Outbox outbox, long offset, String id, int revision) {
        outbox.take(offset, parcel(id, revision), true);
    }

    private static Parcel parcel(String id, int revision) {
        return new Parcel(Alerts.alert(id, revision).build(), 0, Optional.empty());
    }
}
