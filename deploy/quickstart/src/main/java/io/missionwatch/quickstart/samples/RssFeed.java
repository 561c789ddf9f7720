package io.missionwatch.quickstart.samples;

/** Writes RSS 2.0; a full-text outlet adds content:encoded to the teaser. */
final class RssFeed {

    private RssFeed() {}

    static String write(Channel channel) {
        var xml = new XmlText()
                .open(
                        "rss",
                        "version",
                        "2.0",
                        "xmlns:atom",
                        "http://www.w3.org/2005/Atom",
                        "xmlns:content",
                        "http://purl.org/rss/1.0/modules/content/",
                        "xmlns:dc",
                        "http://purl.org/dc/elements/1.1/")
                .open("channel")
                .element("title", channel.outlet().name())
                .element("link", channel.home().toString())
                .empty("atom:link", "rel", "self", "href", channel.self().toString())
                .element("description", channel.description())
                .element("language", "en")
                .element("lastBuildDate", Channel.httpDate(channel.changed()));
        channel.stories().forEach(story -> item(xml, story, channel.outlet().fullText()));
        return xml.close().close().finish();
    }

    private static void item(XmlText xml, Story story, boolean fullText) {
        xml.open("item")
                .element("title", story.title())
                .element("link", story.page().toString())
                .element("guid", story.id(), "isPermaLink", "false")
                .element("pubDate", Channel.httpDate(story.published()))
                .element("description", story.teaser());
        story.credit().ifPresent(credit -> xml.element("dc:creator", credit));
        if (fullText) {
            xml.element("content:encoded", story.html());
        }
        xml.close();
    }
}
