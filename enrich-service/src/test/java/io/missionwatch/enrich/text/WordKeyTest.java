package io.missionwatch.enrich.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordKeyTest {

    @Property(tries = 500)
    void aShortWordHasAKeyOfItsOwn(
            @ForAll @CharRange(from = 'a', to = 'z') @CharRange(from = '0', to = '9') @StringLength(min = 1, max = 12)
                    String one,
            @ForAll @CharRange(from = 'a', to = 'z') @CharRange(from = '0', to = '9') @StringLength(min = 1, max = 12)
                    String other) {
        assertThat(WordKey.isWhole(WordKey.of(one))).isTrue();
        assertThat(WordKey.of(one) == WordKey.of(other)).isEqualTo(one.equals(other));
    }

    @Property(tries = 200)
    void capitalsHaveTheKeyOfTheirSmallLetters(
            @ForAll @CharRange(from = 'A', to = 'Z') @StringLength(min = 1, max = 12) String capitals) {
        long key = WordKey.NONE;
        for (int at = 0; at < capitals.length(); at++) {
            key = WordKey.with(key, capitals.charAt(at));
        }

        assertThat(key).isEqualTo(WordKey.of(capitals.toLowerCase(Locale.ROOT)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "thirteenchars", "caf\u00e9", "isn't", "a b", "-", "Kabul", "\u212a"})
    void anyOtherWordSharesItsKey(String word) {
        assertThat(WordKey.isWhole(WordKey.of(word))).isFalse();
    }
}
