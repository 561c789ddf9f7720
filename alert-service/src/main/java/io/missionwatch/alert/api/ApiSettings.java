package io.missionwatch.alert.api;

import io.missionwatch.alert.access.OidcSettings;
import io.missionwatch.runtime.settings.Setting;
import io.missionwatch.runtime.settings.SettingException;
import io.missionwatch.runtime.settings.Settings;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where the API and the page answer, to whom, and how often.
 *
 * @param address where they listen
 * @param door which names and origins requests may come by
 * @param tls the certificate; empty for plain HTTP
 * @param tokens whether API tokens sign in
 * @param oidc which tokens of an identity provider sign in
 * @param requestsPerMinute of one principal, or of one address without sign-in
 * @param streams that may be open at once
 */
public record ApiSettings(
        InetSocketAddress address,
        DoorSettings door,
        Optional<TlsSettings> tls,
        boolean tokens,
        Optional<OidcSettings> oidc,
        int requestsPerMinute,
        int streams) {

    private static final Setting<String> HOST = Setting.text(
            "api.host", "127.0.0.1", "Where the API and the page listen; beyond loopback only with sign-in and TLS.");
    private static final Setting<Integer> PORT =
            Setting.number("api.port", 8080, 0, 65_535, "The port of the API and the page; 0 takes a free one.");
    private static final Setting<Boolean> TOKENS = Setting.flag(
            "api.tokens", false, "Sign in with API tokens, which `missionwatch tokens` makes and revokes.");
    private static final Setting<Integer> REQUESTS = Setting.number(
            "api.requests-per-minute",
            3000,
            10,
            1_000_000,
            "Requests a minute of one principal, or of one address without sign-in; then 429.");
    private static final Setting<Integer> STREAMS = Setting.number(
            "api.streams", 2000, 1, 20_000, "Streams that may be open at once; each has a thread; then 503.");

    /** The settings. */
    public static List<Setting<?>> declared() {
        return Stream.of(
                        List.<Setting<?>>of(HOST, PORT, TOKENS, REQUESTS, STREAMS),
                        DoorSettings.declared(),
                        TlsSettings.declared(),
                        OidcChoice.declared())
                .flatMap(List::stream)
                .toList();
    }

    /**
     * Reads them.
     *
     * @throws SettingException for a wrong value, and where the API would be open to others without sign-in or without TLS
     */
    public static ApiSettings from(Settings settings) {
        var read = new ApiSettings(
                new InetSocketAddress(settings.get(HOST), settings.get(PORT)),
                DoorSettings.from(settings),
                TlsSettings.from(settings),
                settings.get(TOKENS),
                OidcChoice.from(settings),
                settings.get(REQUESTS),
                settings.get(STREAMS));
        read.refuseAnOpenDoor();
        return read;
    }

    /** Whether somebody vouches for who asks. */
    boolean hasSignIn() {
        return tokens || oidc.isPresent();
    }

    private void refuseAnOpenDoor() {
        if (address.isUnresolved()) {
            throw new SettingException("setting 'api.host' is no address of this machine: " + address.getHostString());
        }
        if (address.getAddress().isLoopbackAddress()) {
            return;
        }
        if (!hasSignIn()) {
            throw new SettingException("setting 'api.host' is open to others, but nobody would have to sign in: set"
                    + " api.tokens=true or api.oidc.issuer, or leave it at 127.0.0.1");
        }
        if (tls.isEmpty() && !door.behindProxy()) {
            throw new SettingException("setting 'api.host' is open to others, but tokens would travel in the clear: set"
                    + " api.tls.certificate, or api.behind-proxy=true where a proxy ends TLS");
        }
    }
}
