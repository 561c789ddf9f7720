package io.missionwatch.alert;

import static io.missionwatch.alert.News.NOON;
import static io.missionwatch.alert.News.article;
import static io.missionwatch.alert.News.closing;
import static io.missionwatch.alert.News.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.missionwatch.runtime.control.ControlRefusals;
import io.missionwatch.schema.ActionKind;
import io.missionwatch.schema.Alert;
import io.missionwatch.schema.AlertAction;
import io.missionwatch.schema.AlertChange;
import io.missionwatch.schema.AlertStatus;
import io.missionwatch.schema.Certainty;
import io.missionwatch.schema.EventType;
import io.missionwatch.schema.Modality;
import io.missionwatch.schema.NewsEvent;
import io.missionwatch.schema.Severity;
import io.missionwatch.schema.Verification;
import io.missionwatch.serde.AvroSerdes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AlertTopologyTest {

    private final AlertRun run = new AlertRun();

    @AfterEach
    void close() {
        run.close();
    }

    @Test
    void raisesAnAlertForAnAttackOnAMission() {
        run.tell(attack("a", 1, "alpha"));

        assertThat(run.revisions()).singleElement().satisfies(alert -> {
            assertThat(alert.getRevision()).isEqualTo(1);
            assertThat(alert.getChange()).isEqualTo(AlertChange.OPENED);
            assertThat(alert.getTitle()).isEqualTo("Attack: the embassy of Russia in Kabul");
            assertThat(alert.getSeverity()).isEqualTo(Severity.HIGH);
            assertThat(alert.getCertainty()).isEqualTo(Certainty.LIKELY);
            assertThat(alert.getGroup())
                    .containsEntry("mission.host_state", "AF")
                    .containsEntry("mission.sending_state", "RU");
            assertThat(alert.getEvidence())
                    .singleElement()
                    .satisfies(evidence -> assertThat(evidence.getOutlet()).isEqualTo("alpha"));
        });
    }

    @Test
    void raisesNothingForWhatIsNotSo() {
        run.tell(News.with(attack("a", 1, "alpha"), Modality.HYPOTHETICAL, Verification.ALLEGED));
        run.tell(News.with(attack("b", 1, "beta"), Modality.NEGATED, Verification.DENIED));

        assertThat(run.revisions()).isEmpty();
    }

    @Test
    void aSecondOriginEscalates() {
        run.tell(attack("a", 1, "alpha"), attack("b", 1, "beta"));

        var newest = newestOf(run.revisions());
        assertThat(newest.getRevision()).isEqualTo(2);
        assertThat(newest.getChange()).isEqualTo(AlertChange.ESCALATED);
        assertThat(newest.getOrigins()).isEqualTo(2);
        assertThat(newest.getCertainty()).isEqualTo(Certainty.OBSERVED);
    }

    @Test
    void aRevisionThatDropsTheEventCancelsTheAlert() {
        run.tell(attack("a", 1, "alpha"), closing(article("a", 1, "alpha", NOON), "event-of-a"));

        run.tell(closing(article("a", 2, "alpha", NOON.plusSeconds(60))));

        var newest = newestOf(run.revisions());
        assertThat(newest.getStatus()).isEqualTo(AlertStatus.CANCELLED);
        assertThat(newest.getReasons()).first().asString().contains("does not say it any more");
        assertThat(newest.getAnnounced()).isEqualTo(Severity.HIGH);
        assertThat(newest.getExercise()).isFalse();
        assertThat(newest.getMissions()).extracting("hostState").containsExactly("AF");
    }

    @Test
    void whatGoesOnIsQuietUntilItGetsWorse() {
        run.tell(attack("a", 1, "alpha"));
        run.revisions();

        for (var outlet : List.of("beta", "gamma")) {
            var nextDay = article(outlet, 1, outlet, NOON.plus(Duration.ofHours(13)));
            run.tell(event(nextDay, "event-of-" + outlet, EventType.ATTACK));
        }

        assertThat(run.revisions())
                .filteredOn(alert -> alert.getContinues() != null)
                .extracting(Alert::getChange, Alert::getQuiet)
                .containsExactly(tuple(AlertChange.OPENED, true), tuple(AlertChange.ESCALATED, false));
    }

    @Test
    void aDenialIsAttachedToTheAlert() {
        run.tell(attack("a", 1, "alpha"));
        run.tell(News.with(attack("b", 1, "beta"), Modality.NEGATED, Verification.DENIED));

        var newest = newestOf(run.revisions());
        assertThat(newest.getEvidenceCount()).isEqualTo(2);
        assertThat(newest.getEvidence().get(1).getStance()).hasToString("DENIES");
        assertThat(newest.getOrigins()).isEqualTo(1);
    }

    @Test
    void anOperatorTakesAnAlert() {
        run.tell(attack("a", 1, "alpha"));
        var alert = newestOf(run.revisions());

        run.act(action("action-1", alert, ActionKind.ACKNOWLEDGE));
        run.act(action("action-1", alert, ActionKind.ACKNOWLEDGE));

        assertThat(run.revisions()).singleElement().satisfies(taken -> {
            assertThat(taken.getStatus()).isEqualTo(AlertStatus.ACKNOWLEDGED);
            assertThat(taken.getUpdatedBy()).isEqualTo("ada");
            assertThat(taken.getRevision()).isEqualTo(2);
        });
    }

    @Test
    void alertsLikeAFalsePositiveAreHeldBackForAWhile() {
        judgeFalseAndTellOfAnother(attack("a", 1, "alpha"));

        assertThat(newestOf(run.revisions()).getSuppressedBy()).isNotNull();
    }

    @Test
    void alertsOfAnotherGroupThanAFalsePositiveAreNotHeldBack() {
        var vague = attack("a", 1, "alpha");
        vague.getEvent().getMissions().get(0).setSendingState(null);
        judgeFalseAndTellOfAnother(vague);

        assertThat(run.revisions())
                .isNotEmpty()
                .extracting(Alert::getSuppressedBy)
                .containsOnlyNulls();
    }

    /** Two days after a report that is called false another one comes, which is held back if it is like the first. */
    private void judgeFalseAndTellOfAnother(NewsEvent first) {
        run.tell(first);
        var action = action("action-1", newestOf(run.revisions()), ActionKind.FALSE_POSITIVE);
        action.setSuppressUntil(NOON.plus(Duration.ofDays(3)));
        run.act(action);
        run.revisions();

        var nextDay = article("b", 1, "beta", NOON.plus(Duration.ofDays(2)));
        run.tell(event(nextDay, "event-of-b", EventType.ATTACK));
    }

    @Test
    void anAlertThatNothingHappensToExpiresAndIsForgotten() {
        run.tell(attack("a", 1, "alpha"));

        run.clockAdvances(Duration.ofDays(7).plusSeconds(10));
        assertThat(newestOf(run.revisions()).getStatus()).isEqualTo(AlertStatus.EXPIRED);

        run.clockAdvances(Duration.ofDays(90).plusSeconds(10));
        assertThat(run.newest()).isEmpty();
    }

    @Test
    void shuffledAndDoubledReportsMakeTheSameAlerts() {
        var reports = manyReports();
        var inOrder = finalAlerts(reports);
        var random = new Random(7);

        for (int round = 0; round < 3; round++) {
            var shuffled = new ArrayList<>(reports);
            shuffled.addAll(reports.subList(0, 5));
            Collections.shuffle(shuffled, random);

            assertThat(finalAlerts(shuffled)).isEqualTo(inOrder);
        }
    }

    @Test
    void revisionsOfOneAlertHaveNoGap() {
        run.tell(manyReports().toArray(NewsEvent[]::new));

        var byAlert = run.revisions().stream().collect(Collectors.groupingBy(Alert::getAlertId));
        assertThat(byAlert.values()).allSatisfy(alerts -> {
            for (int index = 0; index < alerts.size(); index++) {
                assertThat(alerts.get(index).getRevision()).isEqualTo(index + 1);
            }
        });
    }

    @Test
    void everyStepHasAName() {
        var description = AlertRun.topology(AvroSerdes.local(), ControlRefusals.NONE)
                .describe()
                .toString();

        assertThat(description).doesNotContain("KSTREAM-").doesNotContain("KTABLE-");
    }

    @Test
    void thePathIsTheOneThatIsWrittenDown() throws IOException {
        var written = Files.readString(Path.of("src/test/resources/topology.txt"));

        assertThat(AlertRun.topology(AvroSerdes.local(), ControlRefusals.NONE)
                        .describe()
                        .toString())
                .isEqualTo(written);
    }

    private static List<NewsEvent> manyReports() {
        var reports = new ArrayList<NewsEvent>();
        for (int index = 0; index < 12; index++) {
            var time = NOON.plus(Duration.ofHours(index * 5L));
            var article = article("article-" + index, 1, "outlet-" + index % 5, time);
            reports.add(event(article, "event-" + index, index % 3 == 0 ? EventType.PLOT : EventType.ATTACK));
        }
        return reports;
    }

    /** Per alert: evidence, severity, certainty and what it continues. */
    private static Map<String, String> finalAlerts(List<NewsEvent> reports) {
        try (var run = new AlertRun()) {
            var alerts = new TreeMap<String, String>();
            run.tell(reports.toArray(NewsEvent[]::new))
                    .newest()
                    .forEach((id, alert) -> alerts.put(
                            id,
                            alert.getEvidence().stream()
                                            .map(evidence -> evidence.getEventId())
                                            .sorted()
                                            .toList()
                                    + " " + alert.getSeverity() + " " + alert.getCertainty() + " "
                                    + alert.getContinues() + " "
                                    + alert.getIncidentId()));
            return alerts;
        }
    }

    private static NewsEvent attack(String articleId, int revision, String outlet) {
        return event(article(articleId, revision, outlet, NOON), "event-of-" + articleId, EventType.ATTACK);
    }

    private static AlertAction action(String id, Alert alert, ActionKind kind) {
        return AlertAction.newBuilder()
                .setActionId(id)
                .setAlertId(alert.getAlertId())
                .setKind(kind)
                .setBy("ada")
                .setAt(NOON.plusSeconds(600))
                .setReason("seen")
                .build();
    }

    private static Alert newestOf(List<Alert> revisions) {
        return revisions.get(revisions.size() - 1);
    }
}
