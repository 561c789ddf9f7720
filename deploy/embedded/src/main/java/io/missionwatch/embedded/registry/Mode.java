package io.missionwatch.embedded.registry;

/** What may be done to a subject. */
enum Mode {
    READWRITE,
    READONLY,
    /** Versions come with the ids and version numbers that they have elsewhere. */
    IMPORT
}
