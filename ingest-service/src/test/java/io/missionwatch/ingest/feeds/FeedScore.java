package io.missionwatch.ingest.feeds;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;

/** Counts how many assertions of a labelled set of feeds the parser satisfies, over what matters for news. */
final class FeedScore {

    private static final ObjectMapper JSON = new ObjectMapper();
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
            Map.entry("updated", "updated"),
            Map.entry("published", "updated"),
            Map.entry("updated_parsed", "updated"),
            Map.entry("published_parsed", "updated"));
    private static final Map<String, String> ENTRY_FIELDS = Map.ofEntries(
            Map.entry("title", "title"),
            Map.entry("link", "link"),
            Map.entry("id", "id"),
            Map.entry("summary", "summary"),
            Map.entry("description", "summary"),
            Map.entry("author", "author"),
            Map.entry("published", "published"),
            Map.entry("updated", "updated"),
            Map.entry("created", "published"),
            Map.entry("published_parsed", "published"),
            Map.entry("created_parsed", "published"),
            Map.entry("updated_parsed", "updated"));

    private final FeedParser parser = FeedParser.withDefaults();
    private final Path folder;
    final List<String> misses = new ArrayList<>();
    int hits;
    int sanitizeHits;
    int sanitizeTotal;

    FeedScore(Path folder) {
        this.folder = folder;
    }

    double share() {
        return hits / (double) (hits + misses.size());
    }

    FeedScore run() throws IOException {
        for (var line : Files.readAllLines(folder.resolve("assertions.jsonl"))) {
            score(JSON.readTree(line));
        }
        return this;
    }

    private void score(JsonNode test) throws IOException {
        var file = test.path("file").asText();
        var seen = FeedJson.of(file, parser.parse(document(file, test.path("headers"))));
        for (var each : test.path("asserts")) {
            var path = path(each);
            var found = lookUp(seen, path);
            if (found.isEmpty()) {
                continue;
            }
            boolean holds = holds(found.get(), each, path);
            if (test.path("suite").asText().equals("wellformed/sanitize")) {
                sanitizeTotal++;
                sanitizeHits += holds ? 1 : 0;
            } else if (holds) {
                hits++;
            } else {
                misses.add(file + " " + path + " " + each.path("op").asText() + " " + each.path("value") + " but "
                        + found.get());
            }
        }
    }

    private FeedDocument document(String file, JsonNode headers) throws IOException {
        var base = URI.create("http://127.0.0.1:8097/" + file);
        var location = Optional.ofNullable(headers.path("Content-Location").asText(null))
                .filter(text -> text.startsWith("http"))
                .map(base::resolve)
                .orElse(base);
        return new FeedDocument(
                Files.readAllBytes(folder.resolve("files").resolve(file)),
                Optional.ofNullable(headers.path("Content-type").asText(null)),
                Optional.ofNullable(headers.path("Content-Language").asText(null)),
                Optional.of(location));
    }

    private static String path(JsonNode each) {
        var parts = new ArrayList<String>();
        each.path("path").forEach(part -> parts.add(part.asText()));
        return String.join(".", parts);
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

    private static boolean holds(JsonNode found, JsonNode assertion, String path) {
        var expected = assertion.path("value");
        return switch (assertion.path("op").asText()) {
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
        if (path.matches(".*(updated|published|created)$")) {
            return FeedDate.parse(expected.asText())
                    .map(date -> date.instant().toString().equals(found.asText()))
                    .orElse(false);
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
        return FeedText.html(html).asOneLine();
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
