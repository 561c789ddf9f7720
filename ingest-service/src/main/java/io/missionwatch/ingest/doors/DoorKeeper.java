package io.missionwatch.ingest.doors;

import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpResponseException;
import io.javalin.http.UnauthorizedResponse;
import io.missionwatch.runtime.web.OwnNames;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Looks at every request before it is answered. With a token every caller must show it. Without one only this machine
 * may call: the Host header must name it, which a page of another site that had its name point here cannot fake. A page
 * of another origin may never write, and a write is JSON.
 *
 * @param token what callers must show
 */
record DoorKeeper(Optional<String> token) {

    private static final List<String> JSON =
            List.of("application/json", "application/x-ndjson", "application/jsonl", "application/ndjson");
    private static final String SCHEME = "bearer ";
    private static final int UNSUPPORTED_MEDIA_TYPE = 415;
    private static final int MISDIRECTED = 421;

    void look(Context request) {
        request.header("X-Content-Type-Options", "nosniff");
        request.header("Cache-Control", "no-store");
        request.header("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
        if (token.isPresent()) {
            demand(request, token.get());
        } else if (!OwnNames.LOOPBACK.include(host(request))) {
            throw new HttpResponseException(
                    MISDIRECTED, "without a token this door answers only on loopback", Map.of());
        }
        if (!List.of(HandlerType.GET, HandlerType.HEAD, HandlerType.OPTIONS).contains(request.method())) {
            lookAtWrite(request);
        }
    }

    private static void demand(Context request, String token) {
        var shown = Optional.ofNullable(request.header("Authorization")).orElse("");
        if (!shown.toLowerCase(Locale.ROOT).startsWith(SCHEME)
                || !isSame(shown.substring(SCHEME.length()).strip(), token)) {
            request.header("WWW-Authenticate", "Bearer realm=\"missionwatch-ingest\"");
            throw new UnauthorizedResponse("show the door's token as Authorization: Bearer");
        }
    }

    /** Takes as long for a token that is nearly right as for one that is not at all. */
    static boolean isSame(String shown, String token) {
        return MessageDigest.isEqual(digest(shown), digest(token));
    }

    private static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (java.security.NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    private static void lookAtWrite(Context request) {
        var foreign = Optional.ofNullable(request.header("Origin"))
                .filter(origin -> !OwnNames.isOwnOrigin(origin, host(request)));
        if (foreign.isPresent() || "cross-site".equals(request.header("Sec-Fetch-Site"))) {
            throw new ForbiddenResponse("writes from pages of other origins are refused");
        }
        var encoding = Optional.ofNullable(request.header("Content-Encoding")).orElse("identity");
        if (!encoding.equalsIgnoreCase("identity")) {
            throw new HttpResponseException(UNSUPPORTED_MEDIA_TYPE, "send the body as it is, not compressed", Map.of());
        }
        // A form of another site always names its type; a call without a body need not.
        boolean bare = mediaType(request).isEmpty() && request.contentLength() <= 0;
        if (!bare && !JSON.contains(mediaType(request))) {
            throw new HttpResponseException(
                    UNSUPPORTED_MEDIA_TYPE, "a write is application/json or application/x-ndjson", Map.of());
        }
    }

    /** The media type of a request, lower case, without its parameters. */
    static String mediaType(Context request) {
        return Optional.ofNullable(request.contentType())
                .orElse("")
                .split(";", 2)[0]
                .strip()
                .toLowerCase(Locale.ROOT);
    }

    private static String host(Context request) {
        return Optional.ofNullable(request.header("Host")).orElse("");
    }
}
