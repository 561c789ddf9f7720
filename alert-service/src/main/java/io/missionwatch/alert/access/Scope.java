package io.missionwatch.alert.access;

import java.util.Optional;
import java.util.stream.Stream;

/** A kind of thing that somebody may do. */
public enum Scope {
    /** See alerts, their history, the stream and exports. */
    ALERTS_READ("alerts:read"),
    /** Acknowledge, comment, resolve, cancel, judge false, reopen. */
    ALERTS_ACT("alerts:act"),
    /** See patterns, suppressions and watch lists. */
    CONTROL_READ("control:read"),
    /** Change patterns, suppressions and watch lists. */
    CONTROL_WRITE("control:write"),
    /** Make, list and revoke API tokens. */
    TOKENS("tokens"),
    /** Read who changed what. */
    AUDIT("audit");

    private final String word;

    Scope(String word) {
        this.word = word;
    }

    /** As tokens and documents write it. */
    public String word() {
        return word;
    }

    /** The scope that is written so. */
    public static Optional<Scope> of(String word) {
        return Stream.of(values()).filter(scope -> scope.word.equals(word)).findFirst();
    }
}
