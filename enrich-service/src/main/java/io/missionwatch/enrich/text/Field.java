package io.missionwatch.enrich.text;

/** The part of an article that an offset counts in. */
public enum Field {
    TITLE,
    BODY
}
