package io.missionwatch.quickstart.samples;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Writes JSON Feed 1.1. */
final class JsonFeed {

    private static final ObjectMapper JSON = new ObjectMapper();

    private JsonFeed() {}

    static String write(Channel channel) {
        var feed = JSON.createObjectNode()
                .put("version", "https://jsonfeed.org/version/1.1")
                .put("title", channel.outlet().name())
                .put("description", channel.description())
                .put("home_page_url", channel.home().toString())
                .put("feed_url", channel.self().toString())
                .put("language", "en");
        var items = feed.putArray("items");
        channel.stories().forEach(story -> item(items.addObject(), story, channel.outlet()));
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(feed);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of our own can always be written", e);
        }
    }

    private static void item(ObjectNode item, Story story, Outlet outlet) {
        item.put("id", story.id())
                .put("url", story.page().toString())
                .put("title", story.title())
                .put("summary", story.teaser())
                .put("date_published", Channel.isoDate(story.published()))
                .put("date_modified", Channel.isoDate(story.updated()));
        item.putArray("authors").addObject().put("name", story.credit().orElse(outlet.name()));
        if (outlet.fullText()) {
            item.put("content_html", story.html());
        } else {
            item.put("content_text", story.teaser());
        }
    }
}
