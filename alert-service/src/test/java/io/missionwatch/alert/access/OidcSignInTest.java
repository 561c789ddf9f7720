package io.missionwatch.alert.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Tokens of an identity provider that serves its discovery document and its keys over HTTP. */
class OidcSignInTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final AtomicInteger KEYS_ASKED = new AtomicInteger();

    private static HttpServer provider;
    private static RSAKey key;
    private static String issuer;
    private static OidcSignIn signIn;

    @BeforeAll
    static void start() throws Exception {
        key = new RSAKeyGenerator(2048).keyID("one").generate();
        provider = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        issuer = "http://127.0.0.1:" + provider.getAddress().getPort();
        answer(
                "/.well-known/openid-configuration",
                "{\"issuer\": \"%s\", \"jwks_uri\": \"%s/keys\"}".formatted(issuer, issuer));
        answer("/keys", new JWKSet(key.toPublicJWK()).toString());
        provider.start();
        var settings = new OidcSettings(
                URI.create(issuer),
                "missionwatch",
                Optional.empty(),
                List.of("RS256"),
                "preferred_username",
                "realm_access.roles",
                Map.of(Role.VIEWER, List.of("watch"), Role.ADMIN, List.of("chief")));
        signIn = new OidcSignIn(settings, IssuerKeys.of(settings));
    }

    @AfterAll
    static void stop() {
        provider.stop(0);
    }

    @Test
    void signsInWithTheHighestRoleThatTheClaimGives() throws Exception {
        var principal = signIn.principalOf(signed(claims -> claims), NOON);

        assertThat(principal.name()).isEqualTo("ada");
        assertThat(principal.signedIn()).isTrue();
        assertThat(principal.scopes()).isEqualTo(Role.ADMIN.scopes());
    }

    @Test
    void asksForTheKeysOnce() throws Exception {
        for (int request = 0; request < 5; request++) {
            signIn.principalOf(signed(claims -> claims), NOON);
        }

        assertThat(KEYS_ASKED).hasValue(1);
    }

    @Test
    void refusesAnotherIssuerAudienceOrTime() {
        assertRefused(claims -> claims.issuer("http://127.0.0.1:1"));
        assertRefused(claims -> claims.audience("another"));
        assertRefused(claims -> claims.expirationTime(Date.from(NOON.minusSeconds(61))));
        assertRefused(claims -> claims.expirationTime(null));
        assertRefused(claims -> claims.notBeforeTime(Date.from(NOON.plusSeconds(61))));
        assertRefused(claims -> claims.claim("realm_access", Map.of("roles", List.of("guest"))));
    }

    @Test
    void aProviderThatCannotBeReachedRefusesNobody() throws Exception {
        var nowhere = new OidcSettings(
                URI.create("http://127.0.0.1:1"),
                "missionwatch",
                Optional.empty(),
                List.of("RS256"),
                "preferred_username",
                "roles",
                Map.of());
        var away = new OidcSignIn(nowhere, IssuerKeys.of(nowhere));
        var token = signed(claims -> claims.issuer("http://127.0.0.1:1"));

        for (int request = 0; request < 3; request++) {
            assertThatThrownBy(() -> away.principalOf(token, NOON)).isInstanceOf(SignInAway.class);
        }
    }

    @Test
    void refusesATokenWithoutASignature() {
        var unsigned = new PlainJWT(claims(claims -> claims)).serialize();

        assertThatThrownBy(() -> signIn.principalOf(unsigned, NOON)).isInstanceOf(SignInRefused.class);
    }

    @Test
    void refusesATokenThatIsSignedWithThePublicKeyAsIfItWereShared() throws Exception {
        var shared = new MACSigner(key.toRSAPublicKey().getEncoded());

        assertThatThrownBy(() -> signIn.principalOf(signed(JWSAlgorithm.HS256, shared), NOON))
                .isInstanceOf(SignInRefused.class);
    }

    @Test
    void refusesAKeyOfSomebodyElseAndAnAlgorithmThatWasNotChosen() throws Exception {
        var stranger = new RSASSASigner(new RSAKeyGenerator(2048).keyID("one").generate());
        var ours = new RSASSASigner(key);

        assertThatThrownBy(() -> signIn.principalOf(signed(JWSAlgorithm.RS256, stranger), NOON))
                .isInstanceOf(SignInRefused.class);
        assertThatThrownBy(() -> signIn.principalOf(signed(JWSAlgorithm.PS256, ours), NOON))
                .isInstanceOf(SignInRefused.class);
    }

    @Test
    void neverSaysTheTokenInItsReason() {
        var token = "eyJhbGciOiJSUzI1NiJ9.c2VjcmV0LWNsYWltcw.c2lnbmF0dXJl";

        assertThatThrownBy(() -> signIn.principalOf(token, NOON))
                .isInstanceOf(SignInRefused.class)
                .hasMessageNotContaining("c2VjcmV0");
    }

    private static void assertRefused(UnaryOperator<JWTClaimsSet.Builder> change) {
        assertThatThrownBy(() -> signIn.principalOf(signed(change), NOON)).isInstanceOf(SignInRefused.class);
    }

    private static String signed(UnaryOperator<JWTClaimsSet.Builder> change) throws JOSEException {
        return signed(JWSAlgorithm.RS256, new RSASSASigner(key), change);
    }

    private static String signed(JWSAlgorithm algorithm, JWSSigner signer) throws JOSEException {
        return signed(algorithm, signer, claims -> claims);
    }

    private static String signed(JWSAlgorithm algorithm, JWSSigner signer, UnaryOperator<JWTClaimsSet.Builder> change)
            throws JOSEException {
        var header = new JWSHeader.Builder(algorithm)
                .keyID("one")
                .type(JOSEObjectType.JWT)
                .build();
        var token = new SignedJWT(header, claims(change));
        token.sign(signer);
        return token.serialize();
    }

    private static JWTClaimsSet claims(UnaryOperator<JWTClaimsSet.Builder> change) {
        return change.apply(new JWTClaimsSet.Builder()
                        .issuer(issuer)
                        .audience("missionwatch")
                        .subject("1234")
                        .claim("preferred_username", "ada")
                        .claim("realm_access", Map.of("roles", List.of("watch", "chief")))
                        .expirationTime(Date.from(NOON.plusSeconds(300))))
                .build();
    }

    private static void answer(String path, String text) {
        provider.createContext(path, exchange -> {
            if (path.equals("/keys")) {
                KEYS_ASKED.incrementAndGet();
            }
            try (exchange) {
                var body = text.getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().set("Content-Type", "application/json");
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
            } catch (IOException gone) {
                throw new AssertionError(gone);
            }
        });
    }
}
