package io.missionwatch.alert.sigma;

import java.util.function.Consumer;
import java.util.regex.Pattern;

/** The value contains a match of a regular expression, found in at most 10 ms; what takes longer is no match. */
final class RegexTest implements ValueTest {
    private final Pattern pattern;

    RegexTest(Pattern pattern) {
        this.pattern = pattern;
    }

    @Override
    public boolean test(Scalar value, Consumer<String> overruns) {
        try {
            return pattern.matcher(new DeadlineText(value.text())).find();
        } catch (DeadlineText.Overrun | StackOverflowError tooCostly) {
            overruns.accept(pattern.pattern());
            return false;
        }
    }
}
