package io.missionwatch.enrich.budget;

/** An article took more time than one article may. */
public final class OverBudgetException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    OverBudgetException(String message) {
        super(message);
    }
}
