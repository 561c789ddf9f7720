package io.missionwatch.alert.access;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/** Signs in with API tokens. */
public final class TokenSignIn implements SignIn {

    private final Function<String, Optional<KnownToken>> tokens;

    /** With the tokens that there are, found by id; one that was revoked is not found. */
    public TokenSignIn(Function<String, Optional<KnownToken>> tokens) {
        this.tokens = tokens;
    }

    @Override
    public boolean knows(String token) {
        return TokenText.parse(token).isPresent();
    }

    @Override
    public Principal principalOf(String token, Instant now) {
        var shown = TokenText.parse(token).orElseThrow(() -> new SignInRefused("the token is none of ours"));
        var known = tokens.apply(shown.tokenId())
                .filter(candidate -> candidate.isShownBy(shown))
                .orElseThrow(() -> new SignInRefused("the token is unknown or revoked"));
        if (known.isOver(now)) {
            throw new SignInRefused("the token has expired");
        }
        return known.principal();
    }
}
