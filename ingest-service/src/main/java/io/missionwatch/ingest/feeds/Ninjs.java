package io.missionwatch.ingest.feeds;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Reads ninjs, versions 1 and 2: a single item, a list of items, or items in the wrapping that agencies' services use. */
final class Ninjs {

    private static final Set<String> LISTS = Set.of("_items", "items", "item", "data", "results", "associations");

    private Ninjs() {}

    /** The items of a document; empty where it holds none. */
    static List<JsonNode> itemsIn(JsonNode root) {
        if (isItem(root)) {
            return List.of(root);
        }
        var lists = root.isArray() ? Stream.of(root) : LISTS.stream().map(root::path);
        return lists.filter(JsonNode::isArray)
                .flatMap(list -> StreamSupport.stream(list.spliterator(), false))
                .map(node -> node.has("item") ? node.path("item") : node)
                .filter(Ninjs::isItem)
                .toList();
    }

    private static boolean isItem(JsonNode node) {
        return (node.has("uri") || node.has("guid") || node.has("altids"))
                && (node.has("headline")
                        || node.has("pubstatus")
                        || node.has("pubStatus")
                        || node.has("headlines")
                        || node.has("versioncreated")
                        || node.has("versionCreated"));
    }

    static FeedEntry entry(JsonNode item) {
        var draft = new Draft();
        draft.word(draft.id, 0, JsonWords.of(item.path("uri")));
        draft.word(draft.id, 1, JsonWords.of(item.path("guid")));
        texts(item, draft);
        people(item, draft);
        draft.date(draft.published, 0, either(item, "firstcreated", "firstCreated"));
        draft.date(draft.published, 1, either(item, "contentcreated", "contentCreated"));
        draft.date(draft.updated, 0, either(item, "versioncreated", "versionCreated"));
        draft.word(draft.language, 0, JsonWords.of(item.path("language")));
        for (var name : List.of("infosources", "infosource")) {
            draft.word(draft.source, 0, JsonWords.of(item.path(name).path(0).path("name")));
        }
        draft.release(Release.called(either(item, "pubstatus", "pubStatus")));
        Optional.of(JsonWords.of(item.path("embargoed")))
                .filter(end -> !end.isBlank())
                .ifPresent(end -> draft.release(Release.embargoedUntil(end)));
        for (var name : List.of("subject", "subjects")) {
            item.path(name).forEach(subject -> draft.category(JsonWords.of(subject.path("name"))));
        }
        links(item, draft);
        return draft.entry();
    }

    private static void texts(JsonNode item, Draft draft) {
        draft.text(draft.title, 0, FeedText.plain(JsonWords.of(item.path("headline"))));
        item.path("headlines").forEach(each -> {
            boolean main = each.path("role").asText("main").contains("main");
            draft.text(draft.title, main ? 1 : 2, FeedText.plain(JsonWords.of(each.path("value"))));
        });
        draft.text(draft.summary, 0, FeedText.plain(JsonWords.of(item.path("description_text"))));
        draft.text(draft.summary, 1, html(JsonWords.of(item.path("description_html"))));
        item.path("descriptions").forEach(each -> draft.text(draft.summary, 2, value(each)));
        var markup = either(item, "body_html", "body_xhtml");
        var plain = JsonWords.of(item.path("body_text"));
        draft.content(markup.isBlank() ? FeedText.plain(plain) : html(markup));
        item.path("bodies").forEach(each -> draft.content(value(each)));
        draft.text(draft.rights, 0, FeedText.plain(either(item, "copyrightnotice", "copyrightNotice")));
    }

    private static FeedText value(JsonNode node) {
        var type = either(node, "contenttype", "contentType");
        var text = JsonWords.of(node.path("value"));
        return type.contains("html") || HtmlText.looksLikeHtml(text) ? html(text) : FeedText.plain(text);
    }

    private static FeedText html(String text) {
        return FeedText.html(HtmlText.clean(text, ""));
    }

    private static void people(JsonNode item, Draft draft) {
        draft.author(0, FeedPerson.inByline(JsonWords.of(item.path("byline"))));
        item.path("bylines").forEach(each -> draft.author(1, FeedPerson.inByline(name(each))));
        var by = item.path("by");
        (by.isArray() ? by : JsonNodeFactory.instance.arrayNode().add(by))
                .forEach(each -> draft.author(2, FeedPerson.inByline(name(each))));
        item.path("people").forEach(each -> {
            if (JsonWords.of(each.path("rel")).contains("author")
                    || JsonWords.of(each.path("rel")).contains("creator")) {
                draft.author(3, FeedPerson.of(JsonWords.of(each.path("name"))));
            }
        });
    }

    /** Whom a byline names, in whichever way agencies write one. */
    private static String name(JsonNode byline) {
        return byline.isTextual()
                ? JsonWords.of(byline)
                : Stream.of("byline", "name", "value", "literal")
                        .map(field -> JsonWords.of(byline.path(field)))
                        .filter(name -> !name.isBlank())
                        .findFirst()
                        .orElse("");
    }

    private static void links(JsonNode item, Draft draft) {
        item.path("altids").forEach(each -> {
            var value = each.isTextual() ? JsonWords.of(each) : JsonWords.of(each.path("value"));
            if (value.startsWith("http")) {
                draft.word(draft.link, 1, value);
            }
        });
        draft.word(draft.link, 0, JsonWords.of(item.path("url")));
        var uri = JsonWords.of(item.path("uri"));
        if (uri.startsWith("http")) {
            draft.word(draft.link, 2, uri);
        }
    }

    private static String either(JsonNode item, String first, String second) {
        return item.has(first) ? JsonWords.of(item.path(first)) : JsonWords.of(item.path(second));
    }
}
