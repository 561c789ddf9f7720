package io.missionwatch.alert.api;

import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpResponseException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Looks at every request before it is answered. Nobody signs in, so only this machine may ask: the Host header must name
 * it, which a page of another site that had its name point here cannot fake; a write must be JSON and come from our own page or
 * from no page at all.
 */
final class DoorKeeper {

    private static final List<String> OURSELVES = List.of("localhost", "127.0.0.1", "[::1]");
    private static final int UNSUPPORTED_MEDIA_TYPE = 415;
    private static final int MISDIRECTED = 421;

    private DoorKeeper() {}

    static void look(Context request) {
        secure(request);
        if (!isOurselves(Optional.ofNullable(request.header("Host")).orElse(""))) {
            throw new HttpResponseException(MISDIRECTED, "this API answers only on loopback", Map.of());
        }
        if (isWrite(request)) {
            lookAtWrite(request);
        }
    }

    private static void lookAtWrite(Context request) {
        var foreign = Optional.ofNullable(request.header("Origin")).filter(origin -> !isOwnOrigin(request, origin));
        if (foreign.isPresent() || "cross-site".equals(request.header("Sec-Fetch-Site"))) {
            throw new ForbiddenResponse("writes from pages of other origins are refused");
        }
        var type = Optional.ofNullable(request.contentType()).orElse("");
        if (!type.split(";", 2)[0].strip().equalsIgnoreCase("application/json")) {
            throw new HttpResponseException(UNSUPPORTED_MEDIA_TYPE, "a write is application/json", Map.of());
        }
    }

    private static boolean isWrite(Context request) {
        return !List.of(HandlerType.GET, HandlerType.HEAD, HandlerType.OPTIONS).contains(request.method());
    }

    static boolean isOurselves(String host) {
        int port = host.lastIndexOf(':');
        var name = port > host.lastIndexOf(']') ? host.substring(0, port) : host;
        return OURSELVES.contains(name.toLowerCase(Locale.ROOT));
    }

    private static boolean isOwnOrigin(Context request, String origin) {
        try {
            return URI.create(origin).getAuthority() != null
                    && URI.create(origin).getAuthority().equalsIgnoreCase(request.header("Host"));
        } catch (IllegalArgumentException nonsense) {
            return false;
        }
    }

    /** The page loads nothing from elsewhere, runs no script but its own and cannot be framed. */
    private static void secure(Context request) {
        request.header(
                "Content-Security-Policy",
                "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; "
                        + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'");
        request.header("X-Content-Type-Options", "nosniff");
        request.header("X-Frame-Options", "DENY");
        request.header("Referrer-Policy", "no-referrer");
        request.header("Cross-Origin-Resource-Policy", "same-origin");
        request.header("Cross-Origin-Opener-Policy", "same-origin");
        request.header("Cache-Control", "no-store");
    }
}
