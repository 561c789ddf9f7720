package io.missionwatch.quickstart.backtest;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * How what was found compares with what people say.
 *
 * @param right found, and to be found
 * @param wrong found, and not to be found
 * @param missed not found, though to be found
 */
record Score(int right, int wrong, int missed) {

    /** The score of found articles; articles of which nobody said anything do not count. */
    static Score of(Set<String> found, Labels labels, Function<Labels.Label, Optional<Boolean>> wanted) {
        int right = 0;
        int wrong = 0;
        int missed = 0;
        for (var label : labels.ofArticle().entrySet()) {
            var wants = wanted.apply(label.getValue());
            if (wants.isPresent()) {
                boolean isFound = found.contains(label.getKey());
                right += isFound && wants.get() ? 1 : 0;
                wrong += isFound && !wants.get() ? 1 : 0;
                missed += !isFound && wants.get() ? 1 : 0;
            }
        }
        return new Score(right, wrong, missed);
    }

    /** The share of what was found that was to be found. */
    String precision() {
        return share(right, right + wrong);
    }

    /** The share of what was to be found that was found. */
    String recall() {
        return share(right, right + missed);
    }

    private static String share(int part, int whole) {
        return whole == 0 ? "-" : String.format(Locale.ROOT, "%.2f", (double) part / whole);
    }
}
