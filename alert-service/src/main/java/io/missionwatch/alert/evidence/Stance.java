package io.missionwatch.alert.evidence;

/** Whether evidence speaks for or against an alert. */
public enum Stance {
    SUPPORTS,
    DENIES
}
