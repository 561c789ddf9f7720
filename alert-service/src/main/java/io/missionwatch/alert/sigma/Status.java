package io.missionwatch.alert.sigma;

/** How far a rule has ripened. */
public enum Status {
    STABLE,
    TEST,
    EXPERIMENTAL,
    DEPRECATED,
    UNSUPPORTED
}
