package io.missionwatch.alert.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.missionwatch.schema.Alert;
import io.missionwatch.schema.EventMission;
import io.missionwatch.schema.PatternMode;
import io.missionwatch.schema.Severity;
import io.missionwatch.serde.AvroSerdes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlertViewTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private final AlertView view = new AlertView();

    @BeforeAll
    static void trustOurRecords() {
        AvroSerdes.local().close();
    }

    @Test
    void pagesGoThroughEveryAlertOnce() {
        for (int index = 0; index < 25; index++) {
            view.put(alert("alert-" + index, 1, NOON.plusSeconds(index / 2)));
        }

        var seen = new ArrayList<String>();
        Optional<AlertView.Place> next = Optional.empty();
        do {
            var page = view.page(alert -> true, next, 4);
            page.alerts().forEach(alert -> seen.add(alert.getAlertId()));
            next = page.next();
        } while (next.isPresent());

        assertThat(seen).hasSize(25).doesNotHaveDuplicates();
    }

    @Test
    void anOlderRevisionDoesNotTakeTheNewersPlace() {
        view.put(alert("a", 2, NOON));
        view.put(alert("a", 1, NOON));

        assertThat(view.find("a")).get().extracting(Alert::getRevision).isEqualTo(2);
    }

    @Test
    void aForgottenAlertIsGone() {
        view.put(alert("a", 1, NOON));
        view.remove("a");

        assertThat(view.find("a")).isEmpty();
        assertThat(view.page(alert -> true, Optional.empty(), 10).alerts()).isEmpty();
    }

    @Test
    void keepsTheHistoriesOfTheAlertsThatItHolds() {
        view.addToHistory(alert("a", 1, NOON));
        view.addToHistory(alert("forgotten", 1, NOON));
        view.put(alert("a", 1, NOON));

        view.pastIsRead();
        view.addToHistory(alert("evicted", 1, NOON));
        view.addToHistory(alert("a", 2, NOON));

        assertThat(view.historyOf("a")).hasSize(2);
        assertThat(view.historyOf("forgotten")).isEmpty();
        assertThat(view.historyOf("evicted")).isEmpty();
    }

    @Test
    void theOldestMakeRoomWhenAlertsTakeTooMuchMemory() {
        var small = new AlertView(10_000);

        for (int index = 0; index < 25; index++) {
            small.put(alert("alert-" + index, 1, NOON.plusSeconds(index)));
            small.put(alert("alert-" + index, 2, NOON.plusSeconds(index)));
        }

        assertThat(small.page(alert -> true, Optional.empty(), 100).alerts())
                .extracting(Alert::getAlertId)
                .startsWith("alert-24")
                .hasSizeBetween(2, 5);
    }

    @ParameterizedTest
    @CsvSource({
        "severity,     HIGH,                 true",
        "severity,     'LOW,HIGH',           true",
        "minSeverity,  CRITICAL,             false",
        "hostState,    af,                   true",
        "sendingState, US,                   false",
        "city,         kabul,                true",
        "q,            'bomb, outside',      true",
        "q,            'embassy bomb',       true",
        "q,            flood,                false",
        "q,            'bomb flood',         false",
        "certainty,    OBSERVED,             false",
        "openedSince,  2026-03-02T12:00:01Z, false",
        "openedUntil,  2026-03-02T12:00:01Z, true",
        "since,        2026-03-02T12:00:01Z, false",
        "until,        2026-03-02T12:00:01Z, true",
        "mode,         SHADOW,               false",
    })
    void filtersByWhatIsAsked(String name, String value, boolean found) {
        var filter = AlertFilter.of(Map.of(name, List.of(value)), List.of());

        assertThat(filter.test(alert("a", 1, NOON))).isEqualTo(found);
    }

    @Test
    void leavesOutWhatIsNotLive() {
        var shadow = alert("a", 1, NOON);
        shadow.setMode(PatternMode.SHADOW);
        var exercise = alert("b", 1, NOON);
        exercise.setExercise(true);

        var filter = AlertFilter.of(Map.of(), List.of());

        assertThat(List.of(shadow, exercise)).noneMatch(filter);
    }

    @Test
    void anUnknownParameterIsRefusedByName() {
        assertThatThrownBy(() -> AlertFilter.of(Map.of("colour", List.of("red")), List.of()))
                .isInstanceOf(BadRequest.class)
                .hasMessageContaining("colour");
    }

    private static Alert alert(String id, int revision, Instant time) {
        return Alert.newBuilder()
                .setAlertId(id)
                .setRevision(revision)
                .setPatternId("pattern")
                .setPatternVersion(0)
                .setGroup(Map.of())
                .setWindowStart(time)
                .setWindowEnd(time.plusSeconds(60))
                .setIncidentId("incident")
                .setMode(PatternMode.LIVE)
                .setSeverity(Severity.HIGH)
                .setTitle("A bomb, outside the embassy")
                .setMissions(List.of(EventMission.newBuilder()
                        .setSendingState("RU")
                        .setHostState("AF")
                        .setCity("Kabul")
                        .build()))
                .setOpenedAt(time)
                .setUpdatedAt(time)
                .build();
    }
}
