package io.missionwatch.ingest.extract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CreditsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Photo: Ana Example",
                "Police stand outside the embassy on Monday. Photo: Ana Example/Agency",
                "Police stand outside the embassy (Image: Agency)",
                "Wachen vor der Botschaft. Bild: dpa",
                "Police stand outside the embassy. \u00a9 Agency",
                "The street behind the embassy, seen from a roof. Ana Example/Getty Images",
            })
    void endCaptions(String caption) {
        assertThat(Credits.endWith(caption)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The ambassador painted a grim picture: all embassy staff must leave Kabul by Friday.",
                "Der Sprecher zeichnete ein ernstes Bild: alle Mitarbeiter sollen die Botschaft verlassen.",
                "The embassy stayed shut on Monday.",
            })
    void areNotWhatASentenceEndsWith(String sentence) {
        assertThat(Credits.endWith(sentence)).isFalse();
    }
}
