package io.missionwatch.alert.windows;

import static io.missionwatch.alert.evidence.Reports.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.missionwatch.alert.evidence.Evidence;
import io.missionwatch.alert.evidence.Reports;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EachMatchTest {

    private static final Duration DAY = Duration.ofDays(1);
    private static final WindowRule.Naming NAMING =
            new WindowRule.Naming("pattern", Group.of(List.of("mission.host_state"), List.of("AF")));

    @Test
    void hitsOfOneWindowAreOneAlert() {
        var alerts = assign(hit("e1", NOON), hit("e2", NOON.plusSeconds(60)));

        assertThat(alerts).singleElement().satisfies(alert -> {
            assertThat(alert.window().start()).isEqualTo(Instant.parse("2026-03-02T00:00:00Z"));
            assertThat(alert.eventIds()).containsExactlyInAnyOrder("e1", "e2");
            assertThat(alert.continues()).isEmpty();
        });
    }

    @Test
    void aWindowWithFreshEvidenceBeforeItContinuesThatAlert() {
        var alerts = assign(hit("e1", NOON), hit("e2", NOON.plus(Duration.ofHours(23))));

        assertThat(alerts).hasSize(2);
        assertThat(alerts.get(1).continues()).contains(alerts.get(0).alertId());
    }

    @Test
    void aWindowWithStaleEvidenceBeforeItStandsAlone() {
        var alerts = assign(hit("e1", NOON), hit("e2", NOON.plus(Duration.ofHours(25))));

        assertThat(alerts).hasSize(2);
        assertThat(alerts.get(1).continues()).isEmpty();
    }

    @Test
    void aDenialJoinsTheAlertItSpeaksAgainst() {
        var alerts = assign(hit("e1", NOON), denial("e2", NOON.plus(Duration.ofHours(13))));

        assertThat(alerts)
                .singleElement()
                .satisfies(alert -> assertThat(alert.eventIds()).isEqualTo(Set.of("e1", "e2")));
    }

    @Test
    void aDenialAloneMakesNoAlert() {
        assertThat(assign(denial("e1", NOON))).isEmpty();
    }

    @Test
    void tooFewOriginsMakeNoAlert() {
        var rule = new EachMatch(DAY, 2);

        assertThat(rule.assign(NAMING, List.of(hit("e1", NOON)), NOON)).isEmpty();
        assertThat(rule.assign(NAMING, List.of(hit("e1", NOON), hitOf(Reports.attack("e2", "beta"))), NOON))
                .hasSize(1);
    }

    @Test
    void onlyWhatChangedIsHandedOver() {
        var first = hit("e1", NOON);
        var known = first.handedTo(Map.of(NAMING.alertId(Window.of(NOON, DAY)), ""));
        var hits = List.of(known, hit("e2", NOON));

        var handover = Handover.of(hits, new EachMatch(DAY, 1).assign(NAMING, hits, NOON), Optional.of("e2"));

        assertThat(handover.includes())
                .extracting(include -> include.hit().eventId())
                .containsExactly("e2");
        assertThat(handover.withdrawals()).isEmpty();
    }

    @Test
    void aHitThatMakesNoAlertAnyMoreIsWithdrawn() {
        var known = hit("e1", NOON).handedTo(Map.of("an-alert", ""));

        var handover = Handover.of(List.of(known), List.of(), Optional.empty());

        assertThat(handover.withdrawals()).containsExactly(new Handover.Withdrawal("an-alert", "e1"));
    }

    @Test
    void differentGroupsNeverShareAnAlert() {
        var one = Group.of(List.of("a", "b"), List.of("x", "yz"));
        var other = Group.of(List.of("a", "b"), List.of("xy", "z"));

        assertThat(one.canonical()).isNotEqualTo(other.canonical());
    }

    private static List<Assignment> assign(Hit... hits) {
        return new EachMatch(DAY, 1).assign(NAMING, List.of(hits), NOON);
    }

    private static Hit hit(String eventId, Instant time) {
        return hitOf(Reports.attack(eventId, "alpha", time));
    }

    private static Hit denial(String eventId, Instant time) {
        return hitOf(Reports.denying(Reports.attack(eventId, "alpha", time)));
    }

    private static Hit hitOf(Evidence evidence) {
        return new Hit(evidence, List.of(new Hit.RuleHit("rule", Map.of())), Map.of());
    }
}
