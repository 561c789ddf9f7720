package io.missionwatch.alert.sigma;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import org.junit.jupiter.api.Test;

class RegexTestTest {
    private final List<String> overruns = new ArrayList<>();

    @Test
    void givesUpAnExpressionThatLosesItself() {
        long start = System.nanoTime();

        boolean found = test("^(a+)+$").test(new Scalar("a".repeat(5000) + "b"), overruns::add);

        assertThat(found).isFalse();
        assertThat(overruns).containsExactly("^(a+)+$");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
    }

    @Test
    void givesUpAnExpressionThatNeedsTooMuchStack() {
        boolean found = test("^(?:a|b)*$").test(new Scalar("ab".repeat(200_000)), overruns::add);

        assertThat(found).isEqualTo(overruns.isEmpty());
    }

    @Test
    void readsALongTextToItsEnd() {
        assertThat(test("needle$").test(new Scalar("x".repeat(100_000) + "needle"), overruns::add))
                .isTrue();
        assertThat(overruns).isEmpty();
    }

    @Test
    void placesAChainOfTextsWithoutTryingEveryWay() {
        var chain = test("\\+.*".repeat(13) + "\\+");

        assertThat(chain.test(new Scalar("'a'+".repeat(200)), overruns::add)).isTrue();
        assertThat(chain.test(new Scalar(("'a'+".repeat(13) + "\n").repeat(100)), overruns::add))
                .isFalse();
        assertThat(overruns).isEmpty();
    }

    @Test
    void looksBehindALongWordOnlyOnce() {
        var word = test("\\w+`\\w");

        assertThat(word.test(new Scalar("x".repeat(50_000) + " in`voke"), overruns::add))
                .isTrue();
        assertThat(overruns).isEmpty();
    }

    @Property
    void findsWhatTheExpressionAsWrittenFinds(
            @ForAll("expressions") String regex, @ForAll @CharRange(from = 'a', to = 'c') @Chars('\n') String text) {
        assertThat(test(regex).test(new Scalar(text), overruns::add))
                .isEqualTo(
                        Pattern.compile(regex, Pattern.UNIX_LINES).matcher(text).find());
    }

    @Provide
    static Arbitrary<String> expressions() {
        return Arbitraries.of(
                        "a", "b", "ab", ".*", ".+", ".*?", "(", ")?", "(?i)", "|", "^", "$", "[^a]", ".", "\n", "c*",
                        "\\w+", "\\s*")
                .list()
                .ofMaxSize(9)
                .map(parts -> String.join("", parts))
                .filter(RegexTestTest::isExpression);
    }

    private static boolean isExpression(String text) {
        try {
            Pattern.compile(text);
            return true;
        } catch (PatternSyntaxException otherwise) {
            return false;
        }
    }

    private static RegexTest test(String regex) {
        return new RegexTest(PcreRegex.compile(regex, Set.of()));
    }
}
