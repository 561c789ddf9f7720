package io.missionwatch.alert.severity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.missionwatch.alert.evidence.Evidence;
import io.missionwatch.alert.evidence.Place;
import io.missionwatch.alert.evidence.Reports;
import io.missionwatch.alert.sites.WatchedSites;
import io.missionwatch.alert.sites.WatchedSites.Site;
import io.missionwatch.alert.sites.WatchedSites.Watched;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeverityTableTest {

    private final SeverityTable table = SeverityTable.builtIn();

    @ParameterizedTest
    @CsvSource({
        "ATTACK,     CONFIRMED,          1, 0, LIKELY",
        "ATTACK,     CONFIRMED,          2, 0, OBSERVED",
        "ATTACK,     ALLEGED,            1, 0, POSSIBLE",
        "ATTACK,     ALLEGED,            2, 0, LIKELY",
        "ATTACK,     UNVERIFIED,         3, 0, POSSIBLE",
        "ATTACK,     PERPETRATOR_CLAIM,  1, 1, UNLIKELY",
        "PLOT,       ALLEGED,            1, 0, POSSIBLE",
        "PLOT,       OFFICIAL_CLAIM,     2, 0, LIKELY",
        "WARNING,    OFFICIAL_CLAIM,     1, 0, POSSIBLE",
        "EVACUATION, CONFIRMED,          1, 0, OBSERVED",
        "EVACUATION, DISPUTED,           1, 0, POSSIBLE",
    })
    void certaintyFollowsFromWhoSaysWhat(String type, String verification, int origins, int denials, Certainty sure) {
        var assessment = table.assess(weighing(type, verification, origins, denials, 0));

        assertThat(assessment.certainty()).isEqualTo(sure);
    }

    @Test
    void severityStartsAtThePatternsLevel() {
        assertThat(table.assess(weighing("ATTACK", "ALLEGED", 1, 0, 0)).severity())
                .isEqualTo(Severity.MEDIUM);
    }

    @Test
    void everyMoveIsExplained() {
        var assessment = table.assess(weighing("ATTACK", "CONFIRMED", 2, 0, 6));

        assertThat(assessment.severity()).isEqualTo(Severity.CRITICAL);
        assertThat(assessment.reasons())
                .containsExactly(
                        "The pattern says medium.",
                        "People were killed. Severity is high.",
                        "2 independent origins report it. Severity is critical.",
                        "It is told as fact by 2 independent origins. Certainty is observed.");
    }

    @Test
    void nothingIsLeftWithoutEvidence() {
        var nothing = new Weighing(
                Severity.HIGH, Set.of(), Set.of(), Set.of(), Set.of(), 0, 1, 0, Optional.empty(), Optional.empty());

        assertThat(table.assess(nothing).severity()).isEqualTo(Severity.INFORMATIONAL);
    }

    @ParameterizedTest
    @CsvSource({
        "34.53, 69.17, CITY,    HIGH",
        "34.56, 69.17, FEATURE, HIGH",
        "34.70, 69.17, CITY,    MEDIUM",
        "34.53, 69.17, COUNTRY, MEDIUM",
        "34.53, 69.17, ADMIN1,  MEDIUM",
    })
    void whatIsNearAWatchedSiteIsWorse(double latitude, double longitude, String type, Severity severity) {
        var site = new Site("our embassy", 34.53, 69.17, 2);
        var sites = new WatchedSites(Map.of("ours", new Watched(List.of(site), Set.of(), Set.of())));
        var report = at(
                Reports.attack("e", "herald"),
                new Place("p", "P", type, Optional.of("AF"), Optional.empty(), latitude, longitude));

        var near = table.assess(Weighing.of(Severity.MEDIUM, List.of(report), sites));
        var anywhere = table.assess(Weighing.of(Severity.MEDIUM, List.of(report), WatchedSites.NONE));

        assertThat(near.severity()).isEqualTo(severity);
        assertThat(near.reasons().stream()
                        .anyMatch(reason -> reason.matches("It is \\d+ km from our embassy, which.*")))
                .isEqualTo(severity == Severity.HIGH);
        assertThat(anywhere.severity()).isEqualTo(Severity.MEDIUM);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', textBlock = """
            severity: [{killd: 1, move: 1, why: x}]           ~ killd
            severity: [{types: [ATACK], move: 1, why: x}]     ~ 'types' of the severity table has no [ATACK]; there are ATTACK,
            severity: [{types: ATTACK, move: 1, why: x}]      ~ 'types' of the severity table is a list
            severity: [{killed: many, move: 1, why: x}]       ~ 'killed' of the severity table is a number
            severity: [{within-km: near, move: 1, why: x}]    ~ 'within-km' of the severity table is a number
            severity: [{watched-state: RU, move: 1, why: x}]  ~ 'watched-state' of the severity table is true or false
            severity: [{killed: 1, why: they died}]           ~ 'they died' lacks 'move'
            severity: [{killed: 1, move: up, why: x}]         ~ 'move' of the severity table is a whole number
            severity: [{killed: 1, move: 1}]                  ~ has 'why'
            severity: {}                                      ~ lists of rules
            """)
    void aTableThatWouldNotDoWhatItSaysIsRefused(String severity, String reason) {
        assertThatThrownBy(() -> SeverityTable.parse(severity + "\ncertainty: []"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(reason);
    }

    @Test
    void everyRuleOfCertaintySaysOne() {
        assertThatThrownBy(() -> SeverityTable.parse("severity: []\ncertainty: [{killed: 1, why: x}]"))
                .hasMessageContaining("lacks 'certainty'");
        assertThatThrownBy(() -> SeverityTable.parse("severity: []\ncertainty: [{certainty: sure, why: x}]"))
                .hasMessageContaining("not sure");
    }

    private static Evidence at(Evidence evidence, Place place) {
        return new Evidence(
                evidence.eventId(),
                evidence.stance(),
                evidence.source(),
                evidence.telling(),
                Optional.of(place),
                evidence.actors(),
                evidence.missions());
    }

    private static Weighing weighing(String type, String verification, int origins, int denials, int killed) {
        return new Weighing(
                Severity.MEDIUM,
                Set.of(type),
                Set.of(verification),
                Set.of("ASSERTED"),
                Set.of("B"),
                origins,
                denials,
                killed,
                Optional.empty(),
                Optional.empty());
    }
}
