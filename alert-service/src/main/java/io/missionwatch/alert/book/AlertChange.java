package io.missionwatch.alert.book;

/** What a revision did to its alert. */
public enum AlertChange {
    OPENED,
    UPDATED,
    ESCALATED,
    DEESCALATED,
    ACTED
}
