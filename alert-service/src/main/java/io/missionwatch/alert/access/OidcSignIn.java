package io.missionwatch.alert.access;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.text.ParseException;
import java.time.Instant;
import java.util.Date;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Signs in with tokens of an identity provider. A token counts when it is signed with a key of the issuer in one of the
 * algorithms that were chosen, names issuer and audience, and has not ended. Tokens without a signature, and tokens signed
 * with a shared key, never count, whatever their header says.
 */
public final class OidcSignIn implements SignIn {

    private static final int SKEW_SECONDS = 60;
    private static final int LONGEST = 16 * 1024;

    private final OidcSettings settings;
    private final JWSVerificationKeySelector<SecurityContext> keys;
    private final IssuerKeys issuerKeys;
    private final RoleClaim roles;

    public OidcSignIn(OidcSettings settings, IssuerKeys issuerKeys) {
        this.settings = settings;
        this.issuerKeys = issuerKeys;
        this.roles = new RoleClaim(settings.roleClaim(), settings.roles());
        this.keys = new JWSVerificationKeySelector<>(
                settings.algorithms().stream().map(JWSAlgorithm::parse).collect(Collectors.toSet()),
                issuerKeys.source());
    }

    /** Three parts: header, claims, signature. Encrypted tokens have five, and are none of ours. */
    @Override
    public boolean knows(String token) {
        return token.length() <= LONGEST
                && token.chars().filter(letter -> letter == '.').count() == 2;
    }

    @Override
    public Principal principalOf(String token, Instant now) {
        var claims = claimsOf(token, now);
        var role = roles.roleIn(claims.getClaims())
                .orElseThrow(() -> new SignInRefused("the token gives no role; see the setting api.oidc.role-claim"));
        return new Principal(nameIn(claims), true, role.scopes());
    }

    private String nameIn(JWTClaimsSet claims) {
        return claims.getClaim(settings.nameClaim()) instanceof String name && !name.isBlank()
                ? name
                : claims.getSubject();
    }

    private JWTClaimsSet claimsOf(String token, Instant now) {
        try {
            return processor(now).process(token, null);
        } catch (ParseException malformed) {
            throw new SignInRefused("the token is malformed", malformed);
        } catch (BadJOSEException bad) {
            throw new SignInRefused("the token does not hold: " + bad.getMessage(), bad);
        } catch (JOSEException noKey) {
            if (issuerKeys.areAway()) {
                throw new SignInAway("the keys of the issuer cannot be had now; try again", noKey);
            }
            throw new SignInRefused("no key of the issuer fits the token", noKey);
        }
    }

    private DefaultJWTProcessor<SecurityContext> processor(Instant now) {
        var processor = new DefaultJWTProcessor<SecurityContext>();
        processor.setJWSTypeVerifier(
                new DefaultJOSEObjectTypeVerifier<>(JOSEObjectType.JWT, new JOSEObjectType("at+jwt"), null));
        processor.setJWSKeySelector(keys);
        processor.setJWTClaimsSetVerifier(verifier(now));
        return processor;
    }

    private DefaultJWTClaimsVerifier<SecurityContext> verifier(Instant now) {
        var issuer =
                new JWTClaimsSet.Builder().issuer(settings.issuer().toString()).build();
        var verifier =
                new DefaultJWTClaimsVerifier<SecurityContext>(settings.audience(), issuer, Set.of("sub", "exp")) {
                    @Override
                    protected Date currentTime() {
                        return Date.from(now);
                    }
                };
        verifier.setMaxClockSkew(SKEW_SECONDS);
        return verifier;
    }
}
