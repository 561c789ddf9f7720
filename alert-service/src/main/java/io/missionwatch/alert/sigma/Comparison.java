package io.missionwatch.alert.sigma;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** How two numbers stand to each other, named as Sigma names it. */
public enum Comparison {
    GT,
    GTE,
    LT,
    LTE,
    EQ,
    NEQ;

    /** Whether {@code left} stands so to {@code right}. */
    public boolean holds(BigDecimal left, BigDecimal right) {
        int order = left.compareTo(right);
        return switch (this) {
            case GT -> order > 0;
            case GTE -> order >= 0;
            case LT -> order < 0;
            case LTE -> order <= 0;
            case EQ -> order == 0;
            case NEQ -> order != 0;
        };
    }

    /** The word that rules use. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Comparison> named(String word) {
        return Stream.of(values()).filter(value -> value.word().equals(word)).findFirst();
    }
}
