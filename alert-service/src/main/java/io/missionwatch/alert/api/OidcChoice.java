package io.missionwatch.alert.api;

import io.missionwatch.alert.access.OidcSettings;
import io.missionwatch.alert.access.Role;
import io.missionwatch.runtime.settings.Setting;
import io.missionwatch.runtime.settings.SettingException;
import io.missionwatch.runtime.settings.Settings;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads which identity provider, if any, signs in. */
final class OidcChoice {

    private static final Setting<URI> ISSUER = secure(
            "api.oidc.issuer",
            "https://login.example",
            "Sign in with tokens that this OpenID Connect issuer signed; empty for not.");
    private static final Setting<String> AUDIENCE =
            Setting.text("api.oidc.audience", "missionwatch", "The audience that such tokens must name.");
    private static final Setting<URI> KEYS = secure(
            "api.oidc.keys",
            "https://login.example/keys",
            "Where the issuer's keys (JWKS) are; not given: the issuer's discovery document says it.");
    private static final Setting<List<String>> ALGORITHMS = Setting.texts(
                    "api.oidc.algorithms", "RS256,PS256,ES256,EdDSA", "Signatures that count; none with a shared key.")
            .accepting(
                    some -> !some.isEmpty() && OidcSettings.ASYMMETRIC.containsAll(some),
                    "some of " + OidcSettings.ASYMMETRIC);
    private static final Setting<String> NAME_CLAIM = Setting.text(
            "api.oidc.name-claim", "preferred_username", "The claim that names the person; else the subject.");
    private static final Setting<String> ROLE_CLAIM = Setting.text(
            "api.oidc.role-claim", "roles", "The claim that holds roles or groups; a dot goes into an object.");
    private static final Setting<List<String>> VIEWERS =
            Setting.texts("api.oidc.viewers", "missionwatch-viewer", "Values of the role claim that make a viewer.");
    private static final Setting<List<String>> ANALYSTS =
            Setting.texts("api.oidc.analysts", "missionwatch-analyst", "Values that make an analyst.");
    private static final Setting<List<String>> ADMINS =
            Setting.texts("api.oidc.admins", "missionwatch-admin", "Values that make an admin.");

    private OidcChoice() {}

    static List<Setting<?>> declared() {
        return List.of(ISSUER, AUDIENCE, KEYS, ALGORITHMS, NAME_CLAIM, ROLE_CLAIM, VIEWERS, ANALYSTS, ADMINS);
    }

    static Optional<OidcSettings> from(Settings settings) {
        var issuer = settings.find(ISSUER);
        var algorithms = settings.get(ALGORITHMS);
        if (issuer.isEmpty() && settings.find(KEYS).isPresent()) {
            throw new SettingException("setting 'api.oidc.keys' needs api.oidc.issuer");
        }
        return issuer.map(known -> new OidcSettings(
                known,
                settings.get(AUDIENCE),
                settings.find(KEYS),
                algorithms,
                settings.get(NAME_CLAIM),
                settings.get(ROLE_CLAIM),
                Map.of(
                        Role.VIEWER, settings.get(VIEWERS),
                        Role.ANALYST, settings.get(ANALYSTS),
                        Role.ADMIN, settings.get(ADMINS))));
    }

    /** Keys that came in the clear could be anybody's. */
    private static Setting<URI> secure(String name, String example, String sentence) {
        return Setting.address(name, "", sentence)
                .accepting(
                        address -> address.getScheme().equals("https")
                                || List.of("127.0.0.1", "localhost", "[::1]").contains(address.getHost()),
                        "an https address such as " + example);
    }
}
