package io.missionwatch.runtime.metrics;

/** Something that a service counts or measures; each service has one enum of them. */
public interface Metric {

    /** The name, lower case with dots. */
    String id();

    /** What it tells. */
    String sentence();
}
