package io.missionwatch.alert.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TokenSignInTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private final TokenText text = TokenText.make(new SecureRandom());

    @Test
    void signsInWithWhatTheTokenMayOfWhatItsRoleMay() {
        var signIn = signIn(known(Set.of(Scope.ALERTS_READ), Optional.empty()));

        var principal = signIn.principalOf(text.whole(), NOON);

        assertThat(principal.name()).isEqualTo("siem");
        assertThat(principal.scopes()).containsExactly(Scope.ALERTS_READ);
    }

    @Test
    void refusesAnotherSecretAnUnknownIdAndAnEndedToken() {
        var other =
                new TokenText(text.tokenId(), TokenText.make(new SecureRandom()).secret());
        var known = known(Set.of(), Optional.of(NOON));

        assertThatThrownBy(() -> signIn(known).principalOf(other.whole(), NOON.minusSeconds(1)))
                .isInstanceOf(SignInRefused.class);
        assertThatThrownBy(() -> new TokenSignIn(id -> Optional.empty()).principalOf(text.whole(), NOON))
                .isInstanceOf(SignInRefused.class);
        assertThat(signIn(known).principalOf(text.whole(), NOON.minusSeconds(1)).scopes())
                .isEqualTo(Role.ANALYST.scopes());
        assertThatThrownBy(() -> signIn(known).principalOf(text.whole(), NOON))
                .isInstanceOf(SignInRefused.class)
                .hasMessageContaining("expired");
    }

    @Test
    void keepsTheSecretOutOfItsText() {
        assertThat(TokenText.parse(text.whole())).contains(text);
        assertThat(TokenText.parse(text.whole() + "x")).isEmpty();
        assertThat(text.toString()).doesNotContain(text.secret());
        assertThat(text.secretHash()).hasSize(64).doesNotContain(text.secret());
    }

    private TokenSignIn signIn(KnownToken known) {
        return new TokenSignIn(id -> id.equals(known.tokenId()) ? Optional.of(known) : Optional.empty());
    }

    private KnownToken known(Set<Scope> scopes, Optional<Instant> end) {
        return new KnownToken(text.tokenId(), "siem", text.secretHash(), Role.ANALYST, scopes, end);
    }
}
