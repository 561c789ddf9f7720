package io.missionwatch.alert.sigma;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
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

    private static RegexTest test(String regex) {
        return new RegexTest(PcreRegex.compile(regex, Set.of()));
    }
}
