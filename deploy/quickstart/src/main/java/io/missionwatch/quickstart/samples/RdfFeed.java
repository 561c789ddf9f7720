package io.missionwatch.quickstart.samples;

/** Writes RSS 1.0: the RDF kind, with an index of the items in the channel and Dublin Core dates. */
final class RdfFeed {

    private RdfFeed() {}

    static String write(Channel channel) {
        var xml = new XmlText()
                .open(
                        "rdf:RDF",
                        "xmlns:rdf",
                        "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
                        "xmlns",
                        "http://purl.org/rss/1.0/",
                        "xmlns:content",
                        "http://purl.org/rss/1.0/modules/content/",
                        "xmlns:dc",
                        "http://purl.org/dc/elements/1.1/");
        head(xml, channel);
        channel.stories().forEach(story -> item(xml, story, channel.outlet().fullText()));
        return xml.close().finish();
    }

    private static void head(XmlText xml, Channel channel) {
        xml.open("channel", "rdf:about", channel.self().toString())
                .element("title", channel.outlet().name())
                .element("link", channel.home().toString())
                .element("description", channel.description())
                .element("dc:language", "en")
                .element("dc:date", Channel.isoDate(channel.changed()))
                .open("items")
                .open("rdf:Seq");
        channel.stories()
                .forEach(story ->
                        xml.empty("rdf:li", "rdf:resource", story.page().toString()));
        xml.close().close().close();
    }

    private static void item(XmlText xml, Story story, boolean fullText) {
        xml.open("item", "rdf:about", story.page().toString())
                .element("title", story.title())
                .element("link", story.page().toString())
                .element("description", story.teaser())
                .element("dc:identifier", story.id())
                .element("dc:date", Channel.isoDate(story.published()));
        story.credit().ifPresent(credit -> xml.element("dc:creator", credit));
        if (fullText) {
            xml.element("content:encoded", story.html());
        }
        xml.close();
    }
}
