package io.missionwatch.alert.access;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Who asks.
 *
 * @param name as audit trail and history write it
 * @param signedIn whether somebody vouches for the name; without sign-in it is whoever sits at this machine
 * @param scopes what it may do
 */
public record Principal(String name, boolean signedIn, Set<Scope> scopes) {

    /** Whoever sits at this machine, where nobody signs in. */
    public static final Principal LOCAL = new Principal("operator", false, EnumSet.allOf(Scope.class));

    public Principal {
        scopes = Set.copyOf(scopes);
    }

    /** Whether it may do a thing. */
    public boolean may(Scope scope) {
        return scopes.contains(scope);
    }

    /** What it may do, as words, in a fixed order. */
    public List<String> scopeWords() {
        return scopes.stream().sorted().map(Scope::word).toList();
    }
}
