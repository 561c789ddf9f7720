package io.missionwatch.ingest.feeds;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Writes a parsed feed as JSON, for people and programs that want to see what the parser saw. */
public final class FeedJson {

    private static final ObjectMapper JSON = new ObjectMapper();

    private FeedJson() {}

    /** What was parsed of a file. */
    public static ObjectNode of(String file, ParsedFeed parsed) {
        var root = JSON.createObjectNode();
        root.put("file", file);
        root.put("status", parsed.reading().name());
        root.set("feed", header(parsed.header()));
        var entries = root.putArray("entries");
        parsed.entries().forEach(entry -> entries.add(entry(entry)));
        return root;
    }

    private static ObjectNode header(FeedHeader header) {
        var node = JSON.createObjectNode();
        text(node, "title", header.title().asOneLine());
        text(node, "link", header.link());
        text(node, "id", header.id());
        text(node, "description", header.description().value());
        text(node, "author", written(header.authors()));
        text(node, "rights", header.rights().value());
        text(node, "language", header.language());
        time(node, "updated", header.updated());
        return node;
    }

    private static ObjectNode entry(FeedEntry entry) {
        var node = JSON.createObjectNode();
        text(node, "id", entry.id());
        text(node, "link", entry.link());
        text(node, "title", entry.title().asOneLine());
        text(node, "summary", teaser(entry));
        var content = node.putArray("content");
        entry.contents().forEach(text -> content.add(text.value()));
        text(node, "author", written(entry.authors()));
        time(node, "published", entry.published());
        time(node, "updated", entry.updated());
        list(node.putArray("categories"), entry.categories());
        if (!entry.release().equals(Release.FREE)) {
            node.put("release", word(entry.release()));
        }
        return node;
    }

    // A reader wants something to show under the title, as feed readers do: the text where there is no teaser.
    private static String teaser(FeedEntry entry) {
        return entry.summary().isEmpty() && !entry.contents().isEmpty()
                ? entry.contents().get(0).value()
                : entry.summary().value();
    }

    private static String word(Release release) {
        return release.standing() + release.from().map(end -> " from " + end).orElse("");
    }

    private static String written(List<FeedPerson> people) {
        return people.stream().map(FeedPerson::written).collect(Collectors.joining(", "));
    }

    private static void text(ObjectNode node, String name, String value) {
        if (value.isEmpty()) {
            node.putNull(name);
        } else {
            node.put(name, value);
        }
    }

    private static void time(ObjectNode node, String name, Optional<FeedDate> date) {
        date.map(FeedDate::instant)
                .map(instant -> instant.truncatedTo(ChronoUnit.SECONDS))
                .map(Instant::toString)
                .ifPresentOrElse(text -> node.put(name, text), () -> node.putNull(name));
    }

    private static void list(ArrayNode array, List<String> values) {
        values.forEach(array::add);
    }
}
