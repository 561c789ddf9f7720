package io.missionwatch.alert.sigma;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class GlobTest {
    @Property(tries = 200)
    void matchesWhatTheDefinitionSays(@ForAll("patterns") String pattern, @ForAll("texts") String text) {
        assertThat(Glob.parse(pattern).matches(text)).isEqualTo(naive(pattern, text));
    }

    @Property(tries = 200)
    void textTestAgreesWithItsPattern(@ForAll("patterns") String pattern, @ForAll("texts") String text) {
        var test = new TextTest(Glob.parse(pattern), true, false);

        assertThat(test.test(new Scalar(text), regex -> {})).isEqualTo(naive(pattern, text));
    }

    @Property(tries = 200)
    void everyPassingTextHasThePartThatTheIndexLooksFor(
            @ForAll("patterns") String pattern, @ForAll("texts") String text) {
        var test = new TextTest(Glob.parse(pattern), false, false);

        if (test.test(new Scalar(text), regex -> {})) {
            assertThat(Fold.of(text)).contains(test.partOfText());
            test.onlyText().ifPresent(only -> assertThat(Fold.of(text)).isEqualTo(only));
        }
    }

    /** The definition, read off the specification, at the price of exponential time. */
    private static boolean naive(String pattern, String text) {
        if (pattern.isEmpty()) {
            return text.isEmpty();
        }
        char first = pattern.charAt(0);
        if (first == '*') {
            return naive(pattern.substring(1), text) || (!text.isEmpty() && naive(pattern, text.substring(1)));
        }
        boolean escapes = first == '\\' && pattern.length() > 1 && "*?\\".indexOf(pattern.charAt(1)) >= 0;
        char plain = escapes ? pattern.charAt(1) : first;
        boolean fits = !text.isEmpty() && ((first == '?' && !escapes) || plain == text.charAt(0));
        return fits && naive(pattern.substring(escapes ? 2 : 1), text.substring(1));
    }

    @Test
    void staysFastOnManyStars() {
        var glob = Glob.parse("*a*a*a*a*a*a*a*a*a*a*b");

        assertThat(Duration.ofNanos(
                        timed(() -> assertThat(glob.matches("a".repeat(20_000))).isFalse())))
                .isLessThan(Duration.ofSeconds(2));
    }

    private static long timed(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return System.nanoTime() - start;
    }

    @Provide
    Arbitrary<String> patterns() {
        return Arbitraries.strings().withChars("ab*?\\").ofMaxLength(8);
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings().withChars("ab*?\\").ofMaxLength(8);
    }
}
