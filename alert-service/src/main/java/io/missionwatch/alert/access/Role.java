package io.missionwatch.alert.access;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What somebody is to the API; each role may do all that the one before it may. */
public enum Role {
    /** Looks. */
    VIEWER(EnumSet.of(Scope.ALERTS_READ, Scope.CONTROL_READ)),
    /** Handles alerts and writes patterns. */
    ANALYST(EnumSet.of(Scope.ALERTS_READ, Scope.CONTROL_READ, Scope.ALERTS_ACT, Scope.CONTROL_WRITE)),
    /** Hands out tokens and reads the audit trail. */
    ADMIN(EnumSet.allOf(Scope.class));

    private final Set<Scope> scopes;

    Role(Set<Scope> scopes) {
        this.scopes = Set.copyOf(scopes);
    }

    /** What it may do. */
    public Set<Scope> scopes() {
        return scopes;
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
