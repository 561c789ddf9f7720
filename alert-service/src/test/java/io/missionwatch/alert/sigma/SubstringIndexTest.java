package io.missionwatch.alert.sigma;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class SubstringIndexTest {
    @Test
    void findsLongPartsAtBothEndsAndOverEachOther() {
        var found = new BitSet();

        new SubstringIndex(Map.of(
                        "the embassy", 1,
                        "embassy of", 2,
                        "embassy of russia", 3,
                        "of russia", 4,
                        "embassy in", 5))
                .find("the embassy of russia", found);

        assertThat(found.stream()).containsExactly(1, 2, 3, 4);
    }

    @Test
    void findsPartsAmongThousands() {
        var random = new Random(7);
        var numbers = new HashMap<String, Integer>();
        var text = new StringBuilder("at the beginning");
        for (int i = 0; i < 3_000; i++) {
            var part = letters(random, 9 + i % 7);
            numbers.putIfAbsent(part, i);
            text.append(i % 100 == 0 ? part : letters(random, 3));
        }
        var expected = new BitSet();
        numbers.forEach((part, number) -> expected.set(number, text.indexOf(part) >= 0));

        var found = new BitSet();
        new SubstringIndex(numbers).find(text.toString(), found);

        assertThat(found).isEqualTo(expected);
        assertThat(found.cardinality()).isGreaterThanOrEqualTo(30);
    }

    private static String letters(Random random, int count) {
        return random.ints(count, 'a', 'f')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    @Property(tries = 200)
    void findsEveryPartThatTheTextContains(@ForAll("parts") List<String> parts, @ForAll("text") String text) {
        var numbers = new HashMap<String, Integer>();
        var expected = new BitSet();
        for (int i = 0; i < parts.size(); i++) {
            numbers.put(parts.get(i), i);
            if (text.contains(parts.get(i))) {
                expected.set(i);
            }
        }

        var found = new BitSet();
        new SubstringIndex(numbers).find(text, found);

        assertThat(found).isEqualTo(expected);
    }

    @Provide
    Arbitrary<List<String>> parts() {
        var someShort = Arbitraries.strings().withChars("abc").ofMinLength(1).ofMaxLength(14);
        var allLong = Arbitraries.strings().withChars("ab\u0416").ofMinLength(8).ofMaxLength(20);
        return Arbitraries.oneOf(listOf(someShort), listOf(allLong));
    }

    private static Arbitrary<List<String>> listOf(Arbitrary<String> parts) {
        return parts.list().ofMaxSize(300).uniqueElements();
    }

    @Provide
    Arbitrary<String> text() {
        return Arbitraries.strings().withChars("abc\u0416").ofMaxLength(60);
    }
}
