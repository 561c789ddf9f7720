package io.missionwatch.alert.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * What is known of an API token.
 *
 * @param name whom it stands for
 * @param secretHash of its secret part
 * @param role what it may do at most
 * @param scopes what of that it may do; empty for all of it
 * @param expiresAt when it ends; empty for never
 */
public record KnownToken(
        String tokenId, String name, String secretHash, Role role, Set<Scope> scopes, Optional<Instant> expiresAt) {

    public KnownToken {
        scopes = Set.copyOf(scopes);
    }

    /** Whether a token that somebody shows is this one; takes as long for a wrong one. */
    boolean isShownBy(TokenText shown) {
        return MessageDigest.isEqual(
                secretHash.getBytes(StandardCharsets.US_ASCII),
                shown.secretHash().getBytes(StandardCharsets.US_ASCII));
    }

    boolean isOver(Instant now) {
        return expiresAt.filter(end -> !now.isBefore(end)).isPresent();
    }

    Principal principal() {
        var may = EnumSet.copyOf(role.scopes());
        if (!scopes.isEmpty()) {
            may.retainAll(scopes);
        }
        return new Principal(name, true, may);
    }
}
