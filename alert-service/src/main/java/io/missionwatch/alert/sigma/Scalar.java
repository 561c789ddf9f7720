package io.missionwatch.alert.sigma;

import java.math.BigDecimal;
import java.util.Optional;

/** One value of an event, with the forms in which rules look at it worked out once, when first asked for. */
final class Scalar {
    private static final int LONGEST_NUMBER = 40;

    private final String text;
    private String folded;
    private Optional<BigDecimal> number;

    Scalar(Object value) {
        this.text = String.valueOf(value);
    }

    String text() {
        return text;
    }

    String folded() {
        if (folded == null) {
            folded = Fold.of(text);
        }
        return folded;
    }

    /** The value as a number, also where it is a text that reads as one. */
    @SuppressWarnings("OptionalAssignedToNull")
    Optional<BigDecimal> number() {
        if (number == null) {
            number = numberIn(text);
        }
        return number;
    }

    static Optional<BigDecimal> numberIn(String text) {
        if (text.isEmpty() || text.length() > LONGEST_NUMBER || !startsLikeNumber(text)) {
            return Optional.empty();
        }
        try {
            var number = new BigDecimal(text);
            return Math.abs((long) number.scale()) > 400 ? Optional.empty() : Optional.of(number);
        } catch (NumberFormatException noNumber) {
            return Optional.empty();
        }
    }

    private static boolean startsLikeNumber(String text) {
        char first = text.charAt(0);
        return (first >= '0' && first <= '9') || first == '-' || first == '+' || first == '.';
    }
}
