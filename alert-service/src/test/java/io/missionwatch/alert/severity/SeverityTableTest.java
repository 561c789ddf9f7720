package io.missionwatch.alert.severity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
        var nothing = new Weighing(Severity.HIGH, Set.of(), Set.of(), Set.of(), Set.of(), 0, 1, 0);

        assertThat(table.assess(nothing).severity()).isEqualTo(Severity.INFORMATIONAL);
    }

    @Test
    void anUnknownKeyIsRefusedByName() {
        assertThatThrownBy(() -> SeverityTable.parse("severity: [{killd: 1, why: x}]\ncertainty: []"))
                .hasMessageContaining("killd");
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
                killed);
    }
}
