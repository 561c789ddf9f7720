package io.missionwatch.alert.api;

import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpResponseException;
import io.missionwatch.runtime.web.OwnNames;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Looks at every request before it is answered. The Host header must be a name of ours, which a page of another site that
 * had its own name point here cannot fake; a page of another origin gets nothing unless its origin is on the list; a write
 * must be JSON. Nobody is known by a cookie, so that no page can act in the name of whoever looks at it.
 */
final class DoorKeeper {

    private static final String METHODS = "GET, POST, PUT, PATCH, DELETE";
    private static final String HEADERS = "Authorization, Content-Type, If-Match, If-None-Match, Last-Event-ID";
    private static final int UNSUPPORTED_MEDIA_TYPE = 415;
    private static final int MISDIRECTED = 421;

    private final OwnNames names;
    private final List<String> origins;
    private final boolean behindProxy;
    private final boolean tls;

    DoorKeeper(ApiSettings settings) {
        names = OwnNames.LOOPBACK
                .and(settings.door().names())
                .and(List.of(settings.address().getHostString()));
        origins = settings.door().origins();
        behindProxy = settings.door().behindProxy();
        tls = settings.tls().isPresent();
    }

    void look(Context request) {
        secure(request);
        if (!isOurs(host(request))) {
            throw new HttpResponseException(
                    MISDIRECTED, "this API has another name; see the setting api.names", Map.of());
        }
        var origin = Optional.ofNullable(request.header("Origin"));
        var foreign = origin.filter(page -> !OwnNames.isOwnOrigin(page, host(request)));
        foreign.ifPresent(page -> answerPageOf(request, page));
        if (isWrite(request)) {
            lookAtWrite(request, foreign.isPresent());
        }
    }

    /** The address of whoever asks. */
    String addressOf(Context request) {
        return Optional.ofNullable(request.header("X-Forwarded-For"))
                .filter(chain -> behindProxy)
                .map(chain -> chain.substring(chain.lastIndexOf(',') + 1).strip())
                .filter(last -> !last.isEmpty())
                .orElseGet(request::ip);
    }

    private void answerPageOf(Context request, String origin) {
        request.header("Vary", "Origin");
        if (origins.contains(origin)) {
            request.header("Access-Control-Allow-Origin", origin);
            request.header("Access-Control-Allow-Methods", METHODS);
            request.header("Access-Control-Allow-Headers", HEADERS);
            request.header("Access-Control-Expose-Headers", "ETag, Location, Retry-After");
            request.header("Access-Control-Max-Age", "600");
            request.header("Cross-Origin-Resource-Policy", "cross-origin");
        }
    }

    private void lookAtWrite(Context request, boolean foreign) {
        if (foreign && !origins.contains(request.header("Origin"))) {
            throw new ForbiddenResponse("writes from pages of other origins are refused; see the setting api.origins");
        }
        if (!foreign && "cross-site".equals(request.header("Sec-Fetch-Site"))) {
            throw new ForbiddenResponse("writes from pages of other origins are refused");
        }
        var type = Optional.ofNullable(request.contentType()).orElse("");
        if (!request.method().equals(HandlerType.DELETE)
                && !type.split(";", 2)[0].strip().equalsIgnoreCase("application/json")) {
            throw new HttpResponseException(UNSUPPORTED_MEDIA_TYPE, "a write is application/json", Map.of());
        }
    }

    private static boolean isWrite(Context request) {
        return !List.of(HandlerType.GET, HandlerType.HEAD, HandlerType.OPTIONS).contains(request.method());
    }

    boolean isOurs(String host) {
        return names.include(host);
    }

    private static String host(Context request) {
        return Optional.ofNullable(request.header("Host")).orElse("");
    }

    /** The page loads nothing from elsewhere, runs no script but its own and cannot be framed. */
    private void secure(Context request) {
        request.header(
                "Content-Security-Policy",
                "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; "
                        + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'");
        request.header("X-Content-Type-Options", "nosniff");
        request.header("X-Frame-Options", "DENY");
        request.header("Referrer-Policy", "no-referrer");
        request.header("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
        request.header("Cross-Origin-Resource-Policy", "same-origin");
        request.header("Cross-Origin-Opener-Policy", "same-origin");
        request.header("Cache-Control", "no-store");
        if (tls || behindProxy) {
            request.header("Strict-Transport-Security", "max-age=31536000");
        }
    }
}
