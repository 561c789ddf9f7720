package io.missionwatch.ingest.web;

import java.net.URI;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The way that one request takes through redirects: where it is now, and where it has moved for good. */
final class Redirects {

    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
    private static final Set<Integer> PERMANENT = Set.of(301, 308);

    private final int most;
    private final Set<String> visited = new HashSet<>();
    private URI current;
    private Optional<URI> movedTo = Optional.empty();
    private boolean allPermanent = true;

    Redirects(URI start, int most) {
        this.current = start;
        this.most = most;
        visited.add(start.toString());
    }

    static boolean isRedirect(int status) {
        return REDIRECTS.contains(status);
    }

    URI current() {
        return current;
    }

    Optional<URI> movedTo() {
        return movedTo;
    }

    /** Follows a redirect; answers what is wrong with it, if anything. */
    Optional<WebAnswer.Failed> follow(int status, String location) {
        URI next;
        try {
            next = current.resolve(URI.create(location.strip().replace(" ", "%20")));
        } catch (IllegalArgumentException e) {
            return Optional.of(
                    failed(WebAnswer.Problem.HTTP_ERROR, "a redirect to something that is no address", status));
        }
        if (!isWeb(next)) {
            return Optional.of(failed(
                    WebAnswer.Problem.FORBIDDEN_ADDRESS, "a redirect to something other than http or https", status));
        }
        if (!visited.add(next.toString()) || visited.size() > most + 1) {
            return Optional.of(
                    failed(WebAnswer.Problem.REDIRECT_LOOP, "more than " + most + " redirects, or a circle", status));
        }
        allPermanent &= PERMANENT.contains(status);
        if (allPermanent) {
            movedTo = Optional.of(next);
        }
        current = next;
        return Optional.empty();
    }

    static boolean isWeb(URI address) {
        var scheme = Optional.ofNullable(address.getScheme()).orElse("").toLowerCase(Locale.ROOT);
        return address.getHost() != null && (scheme.equals("http") || scheme.equals("https"));
    }

    private static WebAnswer.Failed failed(WebAnswer.Problem problem, String message, int status) {
        return new WebAnswer.Failed(problem, message, status, Optional.empty());
    }
}
