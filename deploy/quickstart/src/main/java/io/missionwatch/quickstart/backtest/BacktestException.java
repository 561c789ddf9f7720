package io.missionwatch.quickstart.backtest;

/** A backtest's input cannot be read; the message names file and line. */
public final class BacktestException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BacktestException(String message, Throwable cause) {
        super(message, cause);
    }
}
