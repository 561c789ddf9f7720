package io.missionwatch.quickstart.samples;

/** Writes Atom 1.0; an edited story keeps its id and moves its updated date. */
final class AtomFeed {

    private AtomFeed() {}

    static String write(Channel channel) {
        var xml = new XmlText()
                .open("feed", "xmlns", "http://www.w3.org/2005/Atom", "xml:lang", "en")
                .element("id", "tag:" + channel.outlet().id() + ".example,2026:feed")
                .element("title", channel.outlet().name())
                .element("subtitle", channel.description())
                .empty("link", "rel", "self", "href", channel.self().toString())
                .empty("link", "rel", "alternate", "href", channel.home().toString())
                .element("updated", Channel.isoDate(channel.changed()))
                .open("author")
                .element("name", channel.outlet().name())
                .close();
        channel.stories().forEach(story -> entry(xml, story, channel.outlet().fullText()));
        return xml.close().finish();
    }

    private static void entry(XmlText xml, Story story, boolean fullText) {
        xml.open("entry")
                .element("id", story.id())
                .element("title", story.title())
                .empty("link", "rel", "alternate", "href", story.page().toString())
                .element("published", Channel.isoDate(story.published()))
                .element("updated", Channel.isoDate(story.updated()));
        story.credit()
                .ifPresent(credit -> xml.open("author").element("name", credit).close());
        xml.element("summary", story.teaser(), "type", "text");
        if (fullText) {
            xml.element("content", story.html(), "type", "html");
        }
        xml.close();
    }
}
