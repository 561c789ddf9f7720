package io.missionwatch.ingest.web;

import java.net.URI;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The way that one request takes through redirects: where it is now, and where it has moved for good. */
final class Redirects {

    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
    private static final Set<String> WEB = Set.of("http", "https");
    private static final Pattern NUMBER_LAST = Pattern.compile("(?i)(?:^|\\.)(?:\\d+|0x[0-9a-f]*)\\.?$");
    private static final Pattern IPV4 = Pattern.compile("(?:(?:0|[1-9]\\d{0,2})(?:\\.(?!$)|$)){4}");
    private static final Pattern UNSAFE = Pattern.compile("[ \"<>\\\\^`{|}]");
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
            next = resolved(URI.create(UNSAFE.matcher(location.strip()).replaceAll(Redirects::escaped)));
        } catch (IllegalArgumentException e) {
            return Optional.of(
                    failed(WebAnswer.Problem.HTTP_ERROR, "a redirect to something that is no address", status));
        }
        var fault = fault(next);
        if (fault.isPresent()) {
            return Optional.of(failed(WebAnswer.Problem.FORBIDDEN_ADDRESS, "a redirect: " + fault.get(), status));
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

    /** Against the current address by RFC 3986; Java keeps to RFC 2396, where a query alone drops the end of the path. */
    private URI resolved(URI location) {
        boolean queryAlone = location.getScheme() == null
                && location.getRawAuthority() == null
                && location.getRawPath().isEmpty()
                && location.getRawQuery() != null;
        if (!queryAlone) {
            return current.resolve(location);
        }
        return URI.create(current.toString().replaceFirst("[?#].*$", "") + "?" + location.getRawQuery());
    }

    private static String escaped(MatchResult unsafe) {
        return "%%%02X".formatted((int) unsafe.group().charAt(0));
    }

    /** What is wrong with an address before anything is asked of it; empty where nothing is. */
    static Optional<String> fault(URI address) {
        if (isWeb(address)) {
            return Optional.empty();
        }
        boolean noHost = address.getRawAuthority() != null && WEB.contains(scheme(address));
        return Optional.of(
                noHost
                        ? "the host is written with other characters than letters, digits, hyphens and dots, or as one number"
                        : "not an http or https address");
    }

    private static String scheme(URI address) {
        return Optional.ofNullable(address.getScheme()).orElse("").toLowerCase(Locale.ROOT);
    }

    static boolean isWeb(URI address) {
        return WEB.contains(scheme(address)) && isHost(address.getHost());
    }

    /** A number is an address only as four plain ones: programs read zeros before it, and hexadecimals, differently. */
    private static boolean isHost(String host) {
        return host != null
                && (!NUMBER_LAST.matcher(host).find() || IPV4.matcher(host).matches());
    }

    private static WebAnswer.Failed failed(WebAnswer.Problem problem, String message, int status) {
        return new WebAnswer.Failed(problem, message, status, Optional.empty());
    }
}
