package io.missionwatch.enrich.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;

class WordMapTest {

    @Property(tries = 200)
    void knowsWhatTheMapItIsMadeOfKnows(
            @ForAll @Size(max = 60) Map<@CharRange(from = 'a', to = 'e') @StringLength(max = 3) String, Integer> known,
            @ForAll @CharRange(from = 'a', to = 'e') @StringLength(max = 3) String asked) {
        var words = WordMap.of(known);

        assertThat(words.get(asked, -1)).isEqualTo(known.getOrDefault(asked, -1));
        known.forEach((word, value) -> assertThat(words.get(word, -1)).isEqualTo(value));
    }
}
