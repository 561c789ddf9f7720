package io.missionwatch.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.missionwatch.schema.ActionKind;
import io.missionwatch.schema.Alert;
import io.missionwatch.schema.AlertAction;
import io.missionwatch.schema.EventType;
import io.missionwatch.schema.NewsEvent;
import io.missionwatch.schema.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** A critical alert holds back the lesser ones of its incident. */
class InhibitionTest {

    private static final String ATTACK = "0b6f6c1e-6a3e-5c0b-8f0e-6f1f3a2d1001";
    private static final String EVACUATION = "0b6f6c1e-6a3e-5c0b-8f0e-6f1f3a2d1006";

    @Test
    void aLesserAlertOfTheSameIncidentIsHeldBack() {
        try (var run = new AlertRun()) {
            run.tell(attack("a", "alpha", 0), attack("b", "beta", 1));
            assertThat(of(run.revisions(), ATTACK).getSeverity()).isEqualTo(Severity.CRITICAL);

            run.tell(evacuation("c", "gamma", 2, "RU"));

            assertThat(run.revisions())
                    .filteredOn(alert -> alert.getSeverity() != Severity.CRITICAL)
                    .isNotEmpty()
                    .allSatisfy(alert -> assertThat(alert.getSuppressedBy()).isNotNull());
        }
    }

    @Test
    void theCriticalAlertItselfIsNot() {
        try (var run = new AlertRun()) {
            run.tell(attack("a", "alpha", 0), attack("b", "beta", 1), attack("c", "gamma", 2));

            assertThat(of(run.revisions(), ATTACK).getSuppressedBy()).isNull();
        }
    }

    @Test
    void anAlertOfAnotherStatesMissionsIsNot() {
        try (var run = new AlertRun()) {
            run.tell(attack("a", "alpha", 0), attack("b", "beta", 1));
            run.revisions();

            run.tell(evacuation("c", "gamma", 2, "SA"));

            assertThat(run.revisions())
                    .isNotEmpty()
                    .allSatisfy(alert -> assertThat(alert.getSuppressedBy()).isNull());
        }
    }

    @Test
    void whatWasHeldBackIsFreeAtItsNextRevisionOnceTheCriticalAlertIsOver() {
        try (var run = new AlertRun()) {
            run.tell(attack("a", "alpha", 0), attack("b", "beta", 1));
            var critical = of(run.revisions(), ATTACK);
            run.tell(evacuation("c", "gamma", 2, "RU"));
            run.act(resolve(critical));
            run.revisions();

            run.tell(evacuation("d", "delta", 10, "RU"));

            assertThat(run.revisions())
                    .isNotEmpty()
                    .allSatisfy(alert -> assertThat(alert.getSuppressedBy()).isNull());
        }
    }

    @Test
    void whatWasHeldBackIsToldOnceTheCriticalAlertIsOver() {
        try (var run = new AlertRun()) {
            run.tell(attack("a", "alpha", 0), attack("b", "beta", 1));
            var critical = of(run.revisions(), ATTACK);
            run.tell(evacuation("c", "gamma", 2, "RU"));
            assertThat(of(run.revisions(), EVACUATION).getSuppressedBy()).isNotNull();
            run.act(resolve(critical));
            run.revisions();

            run.clockAdvances(Duration.ofMinutes(30));

            assertThat(run.revisions()).singleElement().satisfies(released -> {
                assertThat(released.getPatternId()).isEqualTo(EVACUATION);
                assertThat(released.getRevision()).isEqualTo(2);
                assertThat(released.getSuppressedBy()).isNull();
                assertThat(released.getAnnounced()).isNull();
                assertThat(released.getReasons()).contains("It is held back no more.");
            });
        }
    }

    @Test
    void whatIsStillHeldBackIsNotTold() {
        try (var run = new AlertRun()) {
            run.tell(attack("a", "alpha", 0), attack("b", "beta", 1), evacuation("c", "gamma", 2, "RU"));
            run.revisions();

            run.clockAdvances(Duration.ofMinutes(30));

            assertThat(run.revisions()).isEmpty();
        }
    }

    @Test
    void theEndOfWhatWasToldBeforeSaysThatItWas() {
        try (var run = new AlertRun()) {
            run.tell(evacuation("c", "gamma", 0, "RU"));
            var told = of(run.revisions(), EVACUATION);
            run.tell(attack("a", "alpha", 1), attack("b", "beta", 2));
            run.revisions();

            run.act(resolve(told));

            assertThat(run.revisions()).singleElement().satisfies(resolved -> {
                assertThat(resolved.getSuppressedBy()).isNotNull();
                assertThat(resolved.getAnnounced()).isEqualTo(told.getSeverity());
            });
        }
    }

    /** Whatever comes in whatever order: only alerts below CRITICAL are held back, and no revision is left out or doubled. */
    @Property(tries = 15)
    void onlyLesserAlertsAreEverHeldBack(@ForAll("news") List<NewsEvent> news) {
        try (var run = new AlertRun()) {
            news.forEach(run::tell);

            var revisions = run.revisions();
            assertThat(revisions)
                    .filteredOn(alert -> alert.getSuppressedBy() != null)
                    .allSatisfy(alert -> assertThat(alert.getSeverity()).isNotEqualTo(Severity.CRITICAL));
            revisions.stream()
                    .map(Alert::getAlertId)
                    .distinct()
                    .forEach(id -> assertThat(revisions)
                            .filteredOn(alert -> alert.getAlertId().equals(id))
                            .extracting(Alert::getRevision)
                            .isEqualTo(java.util.stream.IntStream.rangeClosed(1, count(revisions, id))
                                    .boxed()
                                    .toList()));
        }
    }

    @Provide
    Arbitrary<List<NewsEvent>> news() {
        return Combinators.combine(
                        Arbitraries.of("a", "b", "c", "d", "e", "f"),
                        Arbitraries.of("alpha", "beta", "gamma"),
                        Arbitraries.integers().between(0, 90),
                        Arbitraries.of("RU", "SA"),
                        Arbitraries.of(EventType.ATTACK, EventType.EVACUATION, EventType.PLOT, EventType.CLOSURE))
                .as((id, outlet, minute, sender, type) -> news(id + sender + type, outlet, minute, sender, type))
                .list()
                .ofMaxSize(10)
                .uniqueElements(NewsEvent::getEventId);
    }

    private static int count(List<Alert> revisions, String id) {
        return (int) revisions.stream()
                .filter(alert -> alert.getAlertId().equals(id))
                .count();
    }

    private static NewsEvent attack(String id, String outlet, int minute) {
        return news(id, outlet, minute, "RU", EventType.ATTACK);
    }

    private static NewsEvent evacuation(String id, String outlet, int minute, String sender) {
        return news(id, outlet, minute, sender, EventType.EVACUATION);
    }

    private static NewsEvent news(String id, String outlet, int minute, String sender, EventType type) {
        var time = News.NOON.plus(Duration.ofMinutes(minute));
        var news = News.event(News.article(id, 1, outlet, time), "event-of-" + id, type);
        news.getEvent().getMissions().get(0).setSendingState(sender);
        return news;
    }

    private static AlertAction resolve(Alert alert) {
        return AlertAction.newBuilder()
                .setActionId("resolve-" + alert.getAlertId())
                .setAlertId(alert.getAlertId())
                .setKind(ActionKind.RESOLVE)
                .setBy("ada")
                .setAt(Instant.ofEpochMilli(alert.getUpdatedAt().toEpochMilli()).plusSeconds(120))
                .setReason("It is over.")
                .build();
    }

    private static Alert of(List<Alert> revisions, String patternId) {
        return revisions.stream()
                .filter(alert -> alert.getPatternId().equals(patternId))
                .reduce((first, last) -> last)
                .orElseThrow();
    }
}
