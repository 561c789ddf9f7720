package io.missionwatch.bench.feeds;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.rometools.rome.feed.synd.SyndContent;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.feed.synd.SyndPerson;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import com.rometools.rome.io.XmlReader;
import io.missionwatch.ingest.feeds.FeedDocument;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What ROME makes of a feed, in the shape that {@code missionwatch feeds parse} prints. */
final class RomeJson {

    private static final ObjectMapper JSON = new ObjectMapper();

    private RomeJson() {}

    static JsonNode of(FeedDocument document) {
        try {
            return feed(parse(document));
        } catch (FeedException | IOException | RuntimeException e) {
            return JSON.createObjectNode();
        }
    }

    private static SyndFeed parse(FeedDocument document) throws FeedException, IOException {
        var input = new SyndFeedInput();
        // As lenient as it can be told to be.
        input.setAllowDoctypes(true);
        var in = new ByteArrayInputStream(document.body());
        var reader = document.contentType().isPresent()
                ? new XmlReader(in, document.contentType().get(), true)
                : new XmlReader(in, true);
        return input.build(reader);
    }

    private static ObjectNode feed(SyndFeed feed) {
        var root = JSON.createObjectNode();
        var head = root.putObject("feed");
        head.put("title", feed.getTitle());
        head.put("link", feed.getLink());
        head.put("id", feed.getUri());
        head.put("description", feed.getDescription());
        head.put("author", author(feed.getAuthor(), feed.getAuthors()));
        head.put("rights", feed.getCopyright());
        head.put("language", feed.getLanguage());
        head.put("updated", time(feed.getPublishedDate()));
        var entries = root.putArray("entries");
        feed.getEntries().forEach(entry -> entries.add(entry(entry)));
        return root;
    }

    private static ObjectNode entry(SyndEntry entry) {
        var node = JSON.createObjectNode();
        node.put("id", entry.getUri());
        node.put("link", entry.getLink());
        node.put("title", entry.getTitle());
        var contents = entry.getContents().stream().map(RomeJson::markup).toList();
        node.put(
                "summary",
                entry.getDescription() == null
                        ? contents.stream().findFirst().orElse(null)
                        : markup(entry.getDescription()));
        var content = node.putArray("content");
        contents.forEach(content::add);
        node.put("author", author(entry.getAuthor(), entry.getAuthors()));
        node.put("published", time(entry.getPublishedDate()));
        node.put("updated", time(entry.getUpdatedDate()));
        var categories = node.putArray("categories");
        entry.getCategories().forEach(category -> categories.add(category.getName()));
        return node;
    }

    // It hands out XHTML as XML, with its namespace; the labels have it as HTML.
    private static String markup(SyndContent content) {
        var value = Optional.ofNullable(content.getValue()).orElse("");
        return value.replace(" xmlns=\"http://www.w3.org/1999/xhtml\"", "");
    }

    private static String author(String one, List<SyndPerson> people) {
        return one != null && !one.isEmpty() || people == null
                ? one
                : people.stream().map(SyndPerson::getName).collect(Collectors.joining(", "));
    }

    private static String time(Date date) {
        return Optional.ofNullable(date)
                .map(when -> when.toInstant().truncatedTo(ChronoUnit.SECONDS).toString())
                .orElse(null);
    }
}
