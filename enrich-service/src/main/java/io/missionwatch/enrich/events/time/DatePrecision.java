package io.missionwatch.enrich.events.time;

/** How exactly a time is known. */
public enum DatePrecision {
    SECOND,
    MINUTE,
    HOUR,
    DAY,
    WEEK,
    MONTH,
    YEAR,
    NONE
}
