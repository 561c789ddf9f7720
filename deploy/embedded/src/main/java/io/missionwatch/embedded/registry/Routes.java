package io.missionwatch.embedded.registry;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Finds what answers a method and path. */
final class Routes {
    private static final String PART = "{}";

    private final List<Route> routes = new ArrayList<>();

    private record Route(String method, Pattern path, Function<Request, JsonNode> answer) {}

    /** Adds a route; each {@code {}} in its path stands for one changing segment. */
    Routes on(String method, String path, Function<Request, JsonNode> answer) {
        var pattern = Arrays.stream(path.split("/", -1))
                .map(segment -> segment.equals(PART) ? "([^/]+)" : Pattern.quote(segment))
                .collect(Collectors.joining("/"));
        routes.add(new Route(method, Pattern.compile(pattern), answer));
        return this;
    }

    JsonNode answer(String method, URI uri, JsonNode body) {
        var path = uri.getRawPath().length() > 1 ? uri.getRawPath().replaceAll("/$", "") : uri.getRawPath();
        var matching = routes.stream()
                .filter(route -> route.path().matcher(path).matches())
                .toList();
        var route = matching.stream()
                .filter(candidate -> candidate.method().equals(method))
                .findFirst()
                .orElseThrow(() -> matching.isEmpty()
                        ? new RegistryError(404, "HTTP 404 Not Found")
                        : new RegistryError(405, "HTTP 405 Method Not Allowed"));
        return route.answer().apply(new Request(parts(route.path(), path), query(uri), body));
    }

    private static List<String> parts(Pattern pattern, String path) {
        var matcher = pattern.matcher(path);
        return matcher.matches()
                ? IntStream.rangeClosed(1, matcher.groupCount())
                        .mapToObj(matcher::group)
                        .map(part -> decoded(part.replace("+", "%2B")))
                        .toList()
                : List.of();
    }

    private static Map<String, String> query(URI uri) {
        return uri.getRawQuery() == null
                ? Map.of()
                : Arrays.stream(uri.getRawQuery().split("&", -1))
                        .map(parameter -> parameter.split("=", 2))
                        .collect(Collectors.toMap(
                                pair -> decoded(pair[0]),
                                pair -> pair.length == 1 ? "" : decoded(pair[1]),
                                (first, second) -> second));
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new RegistryError(400, "HTTP 400 Bad Request: " + e.getMessage());
        }
    }
}
