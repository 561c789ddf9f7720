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
        if (text.length() > LONGEST_NUMBER || !readsAsNumber(text)) {
            return Optional.empty();
        }
        return Optional.of(new BigDecimal(text));
    }

    /** Sign, digits with a point, exponent of at most two digits: checked by hand because most values are no numbers. */
    private static boolean readsAsNumber(String text) {
        int start = text.startsWith("-") || text.startsWith("+") ? 1 : 0;
        int whole = digits(text, start);
        boolean point = whole < text.length() && text.charAt(whole) == '.';
        int end = point ? digits(text, whole + 1) : whole;
        boolean anyDigit = end - start > (point ? 1 : 0);
        return anyDigit && (end == text.length() || isExponent(text, end));
    }

    private static boolean isExponent(String text, int at) {
        if (text.charAt(at) != 'e' && text.charAt(at) != 'E') {
            return false;
        }
        boolean signed = at + 1 < text.length() && (text.charAt(at + 1) == '-' || text.charAt(at + 1) == '+');
        int from = at + (signed ? 2 : 1);
        int end = digits(text, from);
        return end == text.length() && end > from && end - from <= 2;
    }

    private static int digits(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        return at;
    }
}
