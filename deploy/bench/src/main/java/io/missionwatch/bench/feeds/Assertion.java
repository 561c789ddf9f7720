package io.missionwatch.bench.feeds;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;

/**
 * What a label says of a feed: the value at a path, or how many values there are. Of dates only those count that the labels
 * give as numbers: to judge by their text would take one parser's word for it.
 *
 * @param path with dots between its steps
 * @param operator how it is compared
 * @param expected what it is compared with
 */
record Assertion(String path, String operator, JsonNode expected) {

    private static final Map<String, String> FEED_FIELDS = Map.ofEntries(
            Map.entry("title", "title"),
            Map.entry("link", "link"),
            Map.entry("id", "id"),
            Map.entry("guid", "id"),
            Map.entry("description", "description"),
            Map.entry("subtitle", "description"),
            Map.entry("tagline", "description"),
            Map.entry("info", "description"),
            Map.entry("author", "author"),
            Map.entry("rights", "rights"),
            Map.entry("copyright", "rights"),
            Map.entry("language", "language"),
            Map.entry("updated_parsed", "updated"),
            Map.entry("published_parsed", "updated"));
    private static final Map<String, String> ENTRY_FIELDS = Map.ofEntries(
            Map.entry("title", "title"),
            Map.entry("link", "link"),
            Map.entry("id", "id"),
            Map.entry("summary", "summary"),
            Map.entry("description", "summary"),
            Map.entry("author", "author"),
            Map.entry("published_parsed", "published"),
            Map.entry("created_parsed", "published"),
            Map.entry("updated_parsed", "updated"));

    static Assertion of(JsonNode label) {
        var steps = new ArrayList<String>();
        label.path("path").forEach(step -> steps.add(step.asText()));
        return new Assertion(String.join(".", steps), label.path("op").asText(), label.path("value"));
    }

    /** Whether it holds for what a parser saw; empty where it is about something that is no matter of news. */
    Optional<Boolean> holdsFor(JsonNode seen) {
        return lookUp(seen, path).map(found -> holds(found, operator, expected, path));
    }

    /** What a parser saw in its place. */
    String inWords(JsonNode seen) {
        return path + " " + operator + " " + expected + " but "
                + lookUp(seen, path).map(JsonNode::toString).orElse("nothing");
    }

    /** The value that an assertion is about; empty where it is about something that is no matter of news. */
    private static Optional<JsonNode> lookUp(JsonNode seen, String path) {
        var clean = path.replace("_detail.value", "").replaceFirst("content\\.0\\.value$", "content.0");
        if (clean.equals("entries")) {
            return Optional.of(seen.path("entries"));
        }
        if (clean.startsWith("feed.") && FEED_FIELDS.containsKey(clean.substring(5))) {
            return Optional.of(seen.path("feed").path(FEED_FIELDS.get(clean.substring(5))));
        }
        if (!clean.matches("entries\\.\\d+\\..*")) {
            return Optional.empty();
        }
        var parts = clean.split("\\.", -1);
        var entry = seen.path("entries").path(Integer.parseInt(parts[1]));
        if (parts.length == 3 && ENTRY_FIELDS.containsKey(parts[2])) {
            return Optional.of(entry.path(ENTRY_FIELDS.get(parts[2])));
        }
        if (clean.matches("entries\\.\\d+\\.content\\.0")) {
            return Optional.of(entry.path("content").path(0));
        }
        if (clean.matches("entries\\.\\d+\\.tags(\\.\\d+\\.term)?")) {
            return Optional.of(
                    parts.length == 3
                            ? entry.path("categories")
                            : entry.path("categories").path(Integer.parseInt(parts[3])));
        }
        return Optional.empty();
    }

    private static boolean holds(JsonNode found, String operator, JsonNode expected, String path) {
        return switch (operator) {
            case "len==" -> found.size() == expected.asInt();
            case "!=" -> !same(found, expected, path);
            case "false" -> found.isMissingNode() || found.isNull();
            case "true" -> !found.isMissingNode() && !found.isNull();
            default -> same(found, expected, path);
        };
    }

    private static boolean same(JsonNode found, JsonNode expected, String path) {
        if (path.endsWith("_parsed")) {
            return found.asText().equals(instant(expected));
        }
        if (expected.isNull() || expected.asText("x").isEmpty()) {
            return found.isNull() || found.isMissingNode() || found.asText().isEmpty();
        }
        var want = expected.asText();
        var got = found.asText();
        return path.contains("title")
                ? text(want).equals(got) || want.equals(got)
                : html(want).equals(html(got));
    }

    // Kept as six numbers, or more, of a time in UTC.
    private static String instant(JsonNode parts) {
        try {
            return LocalDateTime.of(at(parts, 0), at(parts, 1), at(parts, 2), at(parts, 3), at(parts, 4), at(parts, 5))
                    .toInstant(ZoneOffset.UTC)
                    .toString();
        } catch (DateTimeException e) {
            return e.getMessage();
        }
    }

    private static int at(JsonNode parts, int i) {
        return parts.path(i).asInt();
    }

    private static String text(String html) {
        return Jsoup.parseBodyFragment(html).text().strip();
    }

    private static String html(String html) {
        var body = Jsoup.parseBodyFragment(html);
        body.outputSettings().prettyPrint(false);
        body.getAllElements().forEach(e -> {
            var sorted = e.attributes().asList().stream()
                    .sorted((a, b) -> a.getKey().compareTo(b.getKey()))
                    .collect(Collectors.toList());
            e.clearAttributes();
            sorted.forEach(a -> e.attributes().put(a.getKey(), a.getValue()));
        });
        return body.body().html().strip();
    }
}
