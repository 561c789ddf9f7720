package io.missionwatch.bench.accuracy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamedGroupTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Army of the Blue Dawn (ABD) | The Army of the Blue Dawn did it. | true",
                "Army of the Blue Dawn (ABD) | It was the work of the ABD. | true",
                "Army of the Blue Dawn (ABD) | Dawning Blue, an army, did it. | true",
                "Army of the Blue Dawn (ABD) | An army came. At dawn the sky was blue. | false",
                "Army of the Blue Dawn (ABD) | Nobody claimed the attack. | false",
                "Other | Some other group did it. | false"
            })
    void isNamedByItsAcronymOrByAllItsWordsInOneSentence(String coded, String text, boolean named) {
        assertThat(NamedGroup.of(coded).isNamedIn(text)).isEqualTo(named);
    }

    @Test
    void isCalledByNameOrAcronymWithoutCaseAndHyphens() {
        var group = NamedGroup.of("Army of the Blue-Dawn (ABD)");

        assertThat(group.isCalled("army of the blue dawn")).isTrue();
        assertThat(group.isCalled("Abd")).isTrue();
        assertThat(group.isCalled("Blue Dawn")).isFalse();
    }

    @Test
    void keepsANameThatTheSetCutOff() {
        assertThat(NamedGroup.of("Popular Front of the Blue Dawn (PF").name())
                .isEqualTo("Popular Front of the Blue Dawn");
    }
}
