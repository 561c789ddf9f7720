package io.missionwatch.alert.sigma;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Consumer;

/** What a rule asks of one value. */
sealed interface ValueTest
        permits TextTest,
                RegexTest,
                CidrTest,
                ValueTest.Numeric,
                ValueTest.Compared,
                ValueTest.Dated,
                ValueTest.AnyOf,
                ValueTest.Missing {
    /**
     * Whether the value passes.
     *
     * @param overruns told of a regular expression that ran out of time
     */
    boolean test(Scalar value, Consumer<String> overruns);

    /** The value equals a number, as a number or as it is written in the rule. */
    record Numeric(BigDecimal number, String written) implements ValueTest {
        @Override
        public boolean test(Scalar value, Consumer<String> overruns) {
            return written.equals(value.folded())
                    || value.number()
                            .filter(found -> found.compareTo(number) == 0)
                            .isPresent();
        }
    }

    /** The value is a number on one side of another. */
    record Compared(Comparison comparison, BigDecimal number) implements ValueTest {
        @Override
        public boolean test(Scalar value, Consumer<String> overruns) {
            return value.number()
                    .filter(found -> comparison.holds(found, number))
                    .isPresent();
        }
    }

    /** A part of the date that the value is, such as its hour, compared with a number. */
    record Dated(DatePart part, Comparison comparison, BigDecimal number) implements ValueTest {
        @Override
        public boolean test(Scalar value, Consumer<String> overruns) {
            return part.of(value.text())
                    .filter(found -> comparison.holds(BigDecimal.valueOf(found), number))
                    .isPresent();
        }
    }

    /** The value passes one of several tests, the forms that modifiers give to one value of a rule. */
    record AnyOf(List<ValueTest> tests) implements ValueTest {
        public AnyOf {
            tests = List.copyOf(tests);
        }

        @Override
        public boolean test(Scalar value, Consumer<String> overruns) {
            for (var test : tests) {
                if (test.test(value, overruns)) {
                    return true;
                }
            }
            return false;
        }
    }

    /** There is no value: decided where the field is looked up, so no value passes. */
    record Missing() implements ValueTest {
        @Override
        public boolean test(Scalar value, Consumer<String> overruns) {
            return false;
        }
    }
}
