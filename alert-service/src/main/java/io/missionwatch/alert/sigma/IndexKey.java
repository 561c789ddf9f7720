package io.missionwatch.alert.sigma;

import java.math.BigDecimal;

/**
 * A value that an event must have for a rule to match it.
 *
 * @param field where it is looked for; {@link #ANYWHERE} for any text of the event
 * @param whole whether it is the whole value, or a part of it
 * @param text folded
 */
record IndexKey(String field, boolean whole, String text) {
    static final String ANYWHERE = "";

    private static final String NUMBER = "#";

    /** Equal numbers have equal texts, however they are written. */
    static String ofNumber(BigDecimal number) {
        return NUMBER + number.stripTrailingZeros();
    }

    /** Whether it may stand for a number. */
    boolean isNumber() {
        return text.startsWith(NUMBER);
    }
}
