package io.missionwatch.alert.sigma;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class SubstringIndexTest {
    @Property(tries = 200)
    void findsEveryPartThatTheTextContains(@ForAll("parts") List<String> parts, @ForAll("text") String text) {
        var numbers = new HashMap<String, int[]>();
        var expected = new BitSet();
        for (int i = 0; i < parts.size(); i++) {
            numbers.put(parts.get(i), new int[] {i, 1000 + i});
            if (text.contains(parts.get(i))) {
                expected.set(i);
                expected.set(1000 + i);
            }
        }

        var found = new BitSet();
        new SubstringIndex(numbers).find(text, found);

        assertThat(found).isEqualTo(expected);
    }

    @Provide
    Arbitrary<List<String>> parts() {
        return Arbitraries.strings()
                .withChars("abc")
                .ofMinLength(1)
                .ofMaxLength(6)
                .list()
                .ofMaxSize(300)
                .uniqueElements();
    }

    @Provide
    Arbitrary<String> text() {
        return Arbitraries.strings().withChars("abc").ofMaxLength(60);
    }
}
