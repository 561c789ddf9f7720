package io.missionwatch.alert.access;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which tokens of an identity provider sign in.
 *
 * @param issuer who must have issued them
 * @param audience whom they must be meant for
 * @param keys where the issuer's keys are; empty to ask the issuer's discovery document
 * @param algorithms signatures that count; asymmetric ones only
 * @param nameClaim the claim that names the person
 * @param roleClaim the claim that holds roles or groups; a dot goes into an object
 * @param roles per role of ours the values of that claim that give it
 */
public record OidcSettings(
        URI issuer,
        String audience,
        Optional<URI> keys,
        List<String> algorithms,
        String nameClaim,
        String roleClaim,
        Map<Role, List<String>> roles) {

    /** Signatures with a public key; those with a shared one cannot be told from what a reader of the key could make. */
    public static final List<String> ASYMMETRIC =
            List.of("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA");

    public OidcSettings {
        algorithms = List.copyOf(algorithms);
        roles = Map.copyOf(roles);
        if (algorithms.isEmpty() || !ASYMMETRIC.containsAll(algorithms)) {
            throw new IllegalArgumentException("some of " + ASYMMETRIC);
        }
    }
}
