package io.missionwatch.alert.access;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What somebody is to the API; each role may do all that the one before it may. */
public enum Role {
    /** Looks. */
    VIEWER,
    /** Handles alerts and writes patterns. */
    ANALYST,
    /** Hands out tokens and reads the audit trail. */
    ADMIN;

    private static final Set<Scope> TO_LOOK = Set.of(Scope.ALERTS_READ, Scope.CONTROL_READ);
    private static final Set<Scope> TO_HANDLE =
            Set.of(Scope.ALERTS_READ, Scope.CONTROL_READ, Scope.ALERTS_ACT, Scope.CONTROL_WRITE);
    private static final Set<Scope> ALL = Set.of(Scope.values());

    /** What it may do. */
    public Set<Scope> scopes() {
        return switch (this) {
            case VIEWER -> TO_LOOK;
            case ANALYST -> TO_HANDLE;
            case ADMIN -> ALL;
        };
    }

    /** As tokens and documents write it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The role that is written so. */
    public static Optional<Role> of(String word) {
        return Stream.of(values()).filter(role -> role.word().equals(word)).findFirst();
    }
}
