package io.missionwatch.ingest.feeds;

import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.missionwatch.ingest.feeds.ParsedFeed.Reading;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Reads JSON Feed 1.0 and 1.1, and hands ninjs on to its own reader. */
final class JsonFeedReader {

    private final FeedLimits limits;
    private final ObjectMapper json;

    JsonFeedReader(FeedLimits limits) {
        this.limits = limits;
        var factory = new JsonFactoryBuilder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(limits.depth())
                        .maxStringLength(Math.max(limits.textLength(), 1_000_000) * 4)
                        .build())
                .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
                .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
                .build();
        this.json = new ObjectMapper(factory);
    }

    ParsedFeed read(String text, String encoding, FeedDocument source) {
        JsonNode root;
        try {
            root = json.readTree(text);
        } catch (JsonProcessingException e) {
            return ParsedFeed.unread(Reading.MALFORMED, encoding);
        }
        if (root.path("items").isArray() && isJsonFeed(root)) {
            return feed(root, encoding, source);
        }
        var items = Ninjs.itemsIn(root);
        return items.isEmpty() ? ParsedFeed.unread(Reading.NOT_A_FEED, encoding) : ninjs(items, encoding, source);
    }

    private static boolean isJsonFeed(JsonNode root) {
        return JsonWords.of(root.path("version")).contains("jsonfeed") || root.has("title") || root.has("feed_url");
    }

    private ParsedFeed feed(JsonNode root, String encoding, FeedDocument source) {
        var base = source.location().map(URI::toString).orElse("");
        var feed = new Draft();
        feed.text(feed.title, 0, FeedText.plain(JsonWords.of(root.path("title"))));
        feed.word(feed.link, 0, Links.resolve(base, JsonWords.of(root.path("home_page_url"))));
        feed.word(feed.self, 0, Links.resolve(base, JsonWords.of(root.path("feed_url"))));
        feed.word(feed.id, 1, feed.self.orElse(""));
        feed.text(feed.summary, 0, FeedText.plain(JsonWords.of(root.path("description"))));
        feed.word(feed.language, 0, JsonWords.of(root.path("language")));
        authors(root, feed);
        for (var hub : root.path("hubs")) {
            feed.hubs.add(JsonWords.of(hub.path("url")));
        }
        var items =
                StreamSupport.stream(root.path("items").spliterator(), false).toList();
        return parsed(
                items.stream().map(item -> entry(item, base)),
                items.size(),
                FeedFormat.JSON_FEED,
                encoding,
                feed,
                source);
    }

    private ParsedFeed ninjs(List<JsonNode> items, String encoding, FeedDocument source) {
        var entries = items.stream().map(Ninjs::entry);
        return parsed(entries, items.size(), FeedFormat.NINJS, encoding, new Draft(), source);
    }

    private ParsedFeed parsed(
            Stream<FeedEntry> all, int count, FeedFormat format, String encoding, Draft feed, FeedDocument source) {
        List<FeedEntry> entries = new ArrayList<>(all.limit(limits.entries()).toList());
        int omitted = count - entries.size();
        return new ParsedFeed(
                Readings.of(entries.size(), omitted),
                format,
                encoding,
                feed.header(source.contentLanguage()),
                entries,
                omitted,
                false);
    }

    private static FeedEntry entry(JsonNode item, String base) {
        var draft = new Draft();
        draft.word(draft.id, 0, JsonWords.of(item.path("id")));
        draft.word(draft.link, 0, Links.resolve(base, JsonWords.of(item.path("url"))));
        draft.word(draft.link, 1, Links.resolve(base, JsonWords.of(item.path("external_url"))));
        draft.text(draft.title, 0, FeedText.plain(JsonWords.of(item.path("title"))));
        draft.text(draft.summary, 0, FeedText.plain(JsonWords.of(item.path("summary"))));
        var html = JsonWords.of(item.path("content_html"));
        draft.content(
                html.isBlank()
                        ? FeedText.plain(JsonWords.of(item.path("content_text")))
                        : FeedText.html(HtmlText.clean(html, base)));
        draft.date(draft.published, 0, JsonWords.of(item.path("date_published")));
        draft.date(draft.updated, 0, JsonWords.of(item.path("date_modified")));
        draft.word(draft.language, 0, JsonWords.of(item.path("language")));
        authors(item, draft);
        item.path("tags").forEach(tag -> draft.category(JsonWords.of(tag)));
        return draft.entry();
    }

    private static void authors(JsonNode node, Draft draft) {
        node.path("authors").forEach(author -> author(author, draft));
        author(node.path("author"), draft);
    }

    private static void author(JsonNode author, Draft draft) {
        if (!(author instanceof MissingNode)) {
            draft.author(
                    0, FeedPerson.of(author.isTextual() ? JsonWords.of(author) : JsonWords.of(author.path("name"))));
        }
    }
}
