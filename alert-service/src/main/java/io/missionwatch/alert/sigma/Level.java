package io.missionwatch.alert.sigma;

/** How critical a rule says its matches are, from least to most. */
public enum Level {
    INFORMATIONAL,
    LOW,
    MEDIUM,
    HIGH,
    CRITICAL
}
