package io.missionwatch.alert.desk;

import io.missionwatch.alert.access.KnownToken;
import io.missionwatch.alert.access.Role;
import io.missionwatch.alert.access.Scope;
import io.missionwatch.alert.access.TokenText;
import io.missionwatch.schema.ApiToken;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Makes, lists and revokes API tokens. */
public final class TokenDesk {

    private final ControlDesk desk;
    private final InstantSource clock;
    private final SecureRandom chance = new SecureRandom();

    public TokenDesk(ControlDesk desk, InstantSource clock) {
        this.desk = desk;
        this.clock = clock;
    }

    /**
     * A token that was just made.
     *
     * @param text the token itself, which is kept nowhere
     * @param kept what is kept of it
     */
    public record Made(TokenText text, ApiToken kept) {}

    /**
     * Makes a token.
     *
     * @param name whom it stands for
     * @param scopes what it may do of what the role may; empty for all of it
     */
    public Made make(String name, Role role, Collection<Scope> scopes, Optional<Instant> expiresAt, Actor who) {
        var text = TokenText.make(chance);
        var kept = ApiToken.newBuilder()
                .setTokenId(text.tokenId())
                .setName(name)
                .setSecretHash(text.secretHash())
                .setRole(role.word())
                .setScopes(scopes.stream().map(Scope::word).toList())
                .setCreatedAt(clock.instant())
                .setCreatedBy(who.name())
                .setExpiresAt(expiresAt.orElse(null))
                .build();
        desk.change(DeskTopic.TOKENS, text.tokenId(), who, nothing -> Change.put("token.created", kept));
        return new Made(text, kept);
    }

    /** The tokens that there are. */
    public List<ApiToken> all() {
        return desk.shelf().all(DeskTopic.TOKENS).stream().map(Entry::value).toList();
    }

    /** Revokes a token; false where there is none of that id. */
    public boolean revoke(String tokenId, Actor who) {
        if (desk.shelf().find(DeskTopic.TOKENS, tokenId).isEmpty()) {
            return false;
        }
        desk.change(DeskTopic.TOKENS, tokenId, who, standing -> Change.<ApiToken>remove("token.revoked"));
        return true;
    }

    /** What is known of a token; empty where there is none of that id, or its role is none of ours. */
    public Optional<KnownToken> find(String tokenId) {
        return desk.shelf().find(DeskTopic.TOKENS, tokenId).map(Entry::value).flatMap(TokenDesk::known);
    }

    /** A token that has scopes, but none that its role gives, signs nobody in. */
    private static Optional<KnownToken> known(ApiToken token) {
        return Role.of(token.getRole())
                .filter(role ->
                        token.getScopes().isEmpty() || !scopes(token, role).isEmpty())
                .map(role -> new KnownToken(
                        token.getTokenId(),
                        token.getName(),
                        token.getSecretHash(),
                        role,
                        scopes(token, role),
                        Optional.ofNullable(token.getExpiresAt())));
    }

    private static Set<Scope> scopes(ApiToken token, Role role) {
        var scopes = EnumSet.noneOf(Scope.class);
        token.getScopes()
                .forEach(word -> Scope.of(word).filter(role.scopes()::contains).ifPresent(scopes::add));
        return scopes;
    }
}
