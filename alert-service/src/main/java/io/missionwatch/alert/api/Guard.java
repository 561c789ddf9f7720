package io.missionwatch.alert.api;

import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;
import io.javalin.http.HttpResponseException;
import io.javalin.http.ServiceUnavailableResponse;
import io.javalin.http.UnauthorizedResponse;
import io.missionwatch.alert.access.Principal;
import io.missionwatch.alert.access.RateLimit;
import io.missionwatch.alert.access.Scope;
import io.missionwatch.alert.access.SignIn;
import io.missionwatch.alert.access.SignInAway;
import io.missionwatch.alert.access.SignInRefused;
import io.missionwatch.alert.desk.Actor;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Finds out who asks, whether they may, and whether they ask too often. */
final class Guard {

    private static final String PRINCIPAL = "principal";
    private static final String ADDRESS = "address";
    private static final String BEARER = "bearer ";
    private static final int WRONG_SIGN_INS_PER_MINUTE = 20;
    private static final int TOO_MANY_REQUESTS = 429;

    private final List<SignIn> ways;
    private final RateLimit requests;
    private final RateLimit wrongSignIns = new RateLimit(WRONG_SIGN_INS_PER_MINUTE);
    private final InstantSource clock;

    /** With these ways to sign in; without any, whoever reaches the API is the operator. */
    Guard(List<SignIn> ways, int requestsPerMinute, InstantSource clock) {
        this.ways = List.copyOf(ways);
        this.requests = new RateLimit(requestsPerMinute);
        this.clock = clock;
    }

    /** Whether somebody vouches for who asks. */
    boolean hasSignIn() {
        return !ways.isEmpty();
    }

    /**
     * Lets a request in, or refuses it.
     *
     * @param address where it comes from
     * @param needed what it needs to be allowed
     */
    void admit(Context request, String address, Optional<Scope> needed) {
        var principal = needed.isPresent() || request.header("Authorization") != null
                ? principalOf(request, address)
                : Principal.LOCAL;
        request.attribute(PRINCIPAL, principal);
        request.attribute(ADDRESS, address);
        var who = principal.signedIn() ? "principal " + principal.name() : address;
        requests.take(who, clock.instant()).ifPresent(wait -> refuse(request, wait, "too many requests"));
        needed.filter(scope -> !principal.may(scope)).ifPresent(scope -> {
            throw new ForbiddenResponse("this needs the scope " + scope.word());
        });
    }

    /** Who asks. */
    static Principal principal(Context request) {
        return Optional.<Principal>ofNullable(request.attribute(PRINCIPAL)).orElse(Principal.LOCAL);
    }

    /** Who asks, for the audit trail. */
    static Actor actor(Context request) {
        return new Actor(
                principal(request).name(),
                Optional.<String>ofNullable(request.attribute(ADDRESS)).orElse(""));
    }

    private Principal principalOf(Context request, String address) {
        if (ways.isEmpty()) {
            return Principal.LOCAL;
        }
        try {
            return signedIn(bearer(request));
        } catch (SignInAway away) {
            request.header("Retry-After", "5");
            throw new ServiceUnavailableResponse(away.getMessage());
        } catch (SignInRefused refused) {
            // Only what failed counts: whoever has a good token is not held up by somebody else behind the same
            // address.
            wrongSignIns
                    .take(address, clock.instant())
                    .ifPresent(wait -> refuse(request, wait, "too many wrong sign-ins"));
            request.header("WWW-Authenticate", "Bearer realm=\"missionwatch\", error=\"invalid_token\"");
            throw new UnauthorizedResponse(refused.getMessage());
        }
    }

    private Principal signedIn(String token) {
        return ways.stream()
                .filter(way -> way.knows(token))
                .findFirst()
                .orElseThrow(() -> new SignInRefused("the token is none that signs in here"))
                .principalOf(token, clock.instant());
    }

    /** Says, whenever it is asked later, whether whoever makes this request may still do a thing. */
    BooleanSupplier stillMay(Context request, Scope scope) {
        return ways.isEmpty() ? () -> true : stillMay(bearer(request), scope);
    }

    BooleanSupplier stillMay(String token, Scope scope) {
        return () -> {
            try {
                return signedIn(token).may(scope);
            } catch (SignInAway away) {
                return true;
            } catch (SignInRefused refused) {
                return false;
            }
        };
    }

    private static String bearer(Context request) {
        var header = Optional.ofNullable(request.header("Authorization")).orElse("");
        if (!header.toLowerCase(Locale.ROOT).startsWith(BEARER)) {
            request.header("WWW-Authenticate", "Bearer realm=\"missionwatch\"");
            throw new UnauthorizedResponse("sign in with a token: Authorization: Bearer TOKEN");
        }
        return header.substring(BEARER.length()).strip();
    }

    private static void refuse(Context request, Duration wait, String why) {
        long seconds = Math.max(1, (wait.toMillis() + 999) / 1000);
        request.header("Retry-After", Long.toString(seconds));
        throw new HttpResponseException(TOO_MANY_REQUESTS, why + "; wait " + seconds + " s", Map.of());
    }
}
