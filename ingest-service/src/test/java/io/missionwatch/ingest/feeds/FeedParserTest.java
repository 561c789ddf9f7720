package io.missionwatch.ingest.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import io.missionwatch.ingest.feeds.ParsedFeed.Reading;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FeedParserTest {

    private final FeedParser parser = FeedParser.withDefaults();

    @Test
    void readsRssWithItsExtensions() {
        var feed = parse("""
                <?xml version="1.0" encoding="UTF-8"?>
                <rss version="2.0" xmlns:c="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
                <channel><title>Harbour Post</title><link>https://harbour.example/</link><language>en_GB</language><ttl>15</ttl>
                <item><title>Guards doubled at the consulate &amp;amp; the port</title><link> /news/1 </link>
                <guid isPermaLink="false">hp-1</guid><pubDate>Mon, 02 Mar 2026 08:30 +0100</pubDate>
                <dc:creator>Ana Reyes</dc:creator><category>World</category><category>World</category>
                <description>Teaser &lt;b&gt;here&lt;/b&gt;</description>
                <c:encoded><![CDATA[<p>One.</p><p>Two <a href="x">link</a>.</p><script>steal()</script>]]></c:encoded></item>
                </channel></rss>""", "https://harbour.example/feed.xml");

        var entry = feed.entries().get(0);

        assertThat(feed.reading()).isEqualTo(Reading.OK);
        assertThat(feed.format()).isEqualTo(FeedFormat.RSS);
        assertThat(feed.header().language()).isEqualTo("en-GB");
        assertThat(feed.header().ttl())
                .hasValueSatisfying(ttl -> assertThat(ttl).hasMinutes(15));
        assertThat(entry.title().asOneLine()).isEqualTo("Guards doubled at the consulate & the port");
        assertThat(entry.link()).isEqualTo("https://harbour.example/news/1");
        assertThat(entry.id()).isEqualTo("hp-1");
        assertThat(entry.published().orElseThrow().instant()).isEqualTo(Instant.parse("2026-03-02T07:30:00Z"));
        assertThat(entry.published().orElseThrow().precision()).isEqualTo(FeedDate.Precision.MINUTE);
        assertThat(entry.authors()).extracting(FeedPerson::name).containsExactly("Ana Reyes");
        assertThat(entry.categories()).containsExactly("World");
        assertThat(entry.summary().asPlainText()).isEqualTo("Teaser here");
        assertThat(entry.contents().get(0).asPlainText()).isEqualTo("One.\nTwo link.");
        assertThat(entry.contents().get(0).value())
                .contains("https://harbour.example/x")
                .doesNotContain("steal");
    }

    @Test
    void cutsFormulasAndDrawingsOutWhole() {
        var feed = parse("""
                <feed xmlns="http://www.w3.org/2005/Atom"><entry xmlns:xlink="http://www.w3.org/1999/xlink"><content type="xhtml">
                <div xmlns="http://www.w3.org/1999/xhtml"><math><mrow xlink:href="https://a.example/"><mi>a</mi></mrow></math>\
                <svg><circle r="5"/></svg></div></content></entry></feed>""", "https://a.example/feed");

        assertThat(feed.entries().get(0).contents().get(0).value())
                .isEqualTo("<math><mrow xlink:href=\"https://a.example/\""
                        + " xmlns:xlink=\"http://www.w3.org/1999/xlink\"><mi>a</mi></mrow></math>"
                        + "<svg><circle r=\"5\"></circle></svg>");
    }

    @Test
    void readsAtomWithBasesAndHubs() {
        var feed = parse("""
                <feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://a.example/news/"><title type="html">A &amp;lt; B</title>
                <link rel="hub" href="https://hub.example/"/><link rel="self" href="feed.atom"/>
                <entry><id>urn:1</id><title>Talks</title><link href="one.html"/><updated>2026-03-02T10:00:00Z</updated>
                <author><name>Lee</name></author><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Text</p></div></content>
                </entry></feed>""", "https://other.example/");

        var entry = feed.entries().get(0);

        assertThat(feed.header().title().asOneLine()).isEqualTo("A < B");
        assertThat(feed.header().hubs()).containsExactly("https://hub.example/");
        assertThat(feed.header().self()).isEqualTo("https://a.example/news/feed.atom");
        assertThat(entry.link()).isEqualTo("https://a.example/news/one.html");
        assertThat(entry.published()).isEmpty();
        assertThat(entry.updated()).isPresent();
        assertThat(entry.contents().get(0).value()).isEqualTo("<p>Text</p>");
    }

    @Test
    void readsRdfSitemapAndJson() {
        var rdf = parse(
                "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://purl.org/rss/1.0/'>"
                        + "<channel><title>R</title></channel><item rdf:about='http://r.example/1'><title>One</title></item></rdf:RDF>",
                "http://r.example/");
        var sitemap = parse(
                "<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9' xmlns:n='http://www.google.com/schemas/sitemap-news/0.9'>"
                        + "<url><loc>http://s.example/1</loc><n:news><n:publication><n:name>S</n:name></n:publication>"
                        + "<n:publication><n:name>Harbour Post</n:name><n:language>sw</n:language></n:publication>"
                        + "<n:publication_date>2026-03-02</n:publication_date><n:title>Two</n:title></n:news></url></urlset>",
                "http://s.example/");
        var json = parse(
                "{\"version\":\"https://jsonfeed.org/version/1.1\",\"title\":\"J\",\"items\":[{\"id\":\"3\",\"url\":\"/3\","
                        + "\"content_text\":\"a < b\",\"date_published\":\"2026-03-02T10:00:00+02:00\",\"authors\":[{\"name\":\"X\"}]}]}",
                "http://j.example/");

        assertThat(rdf.entries().get(0).id()).isEqualTo("http://r.example/1");
        assertThat(sitemap.entries().get(0).title().value()).isEqualTo("Two");
        assertThat(sitemap.entries().get(0).language()).isEqualTo("sw");
        assertThat(sitemap.entries().get(0).source()).isEqualTo("Harbour Post");
        assertThat(sitemap.entries().get(0).published().orElseThrow().precision())
                .isEqualTo(FeedDate.Precision.DAY);
        assertThat(json.entries().get(0).link()).isEqualTo("http://j.example/3");
        assertThat(json.entries().get(0).contents()).containsExactly(FeedText.plain("a < b"));
    }

    @Test
    void readsNothingFromJsonThatIsNullOrNoText() {
        var json = parse(
                "{\"version\":\"https://jsonfeed.org/version/1.1\",\"title\":null,\"items\":[{\"id\":\"1\",\"title\":null,"
                        + "\"summary\":null,\"content_html\":null,\"content_text\":\"a\\u0000 \\ud800b\",\"tags\":[null,{}]}]}",
                "http://j.example/");
        var ninjs = parse("[{\"uri\":\"urn:1\",\"headline\":\"Vote\",\"byline\":null}]", "http://j.example/");

        var entry = json.entries().get(0);
        assertThat(json.header().title()).isEqualTo(FeedText.NONE);
        assertThat(entry.title()).isEqualTo(FeedText.NONE);
        assertThat(entry.contents()).containsExactly(FeedText.plain("a \uFFFDb"));
        assertThat(entry.categories()).isEmpty();
        assertThat(ninjs.entries().get(0).authors()).isEmpty();
    }

    @Test
    void readsWhatAgenciesDeliver() {
        var newsml = parse("""
                <newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet><newsItem guid="tag:agency,2026:1" xml:lang="en">
                <itemMeta><versionCreated>2026-03-02T10:05:00Z</versionCreated></itemMeta>
                <contentMeta><contentCreated>2026-03-02T10:00:00Z</contentCreated><by>By Kim Osei</by><headline>Embassy shut</headline>
                <creditline>Agency</creditline><language tag="en"/><subject><name>politics</name></subject></contentMeta>
                <contentSet><inlineXML><html xmlns="http://www.w3.org/1999/xhtml"><body><p>First.</p><p>Second.</p></body></html></inlineXML></contentSet>
                </newsItem></itemSet></newsMessage>""", "http://agency.example/");
        var nitf = parse(
                "<nitf><head><docdata><doc-id id-string='n1'/><date.issue norm='20260302T100000Z'/></docdata></head><body><body.head>"
                        + "<hedline><hl1>Bridge opens</hl1></hedline><byline>By Jo Doe</byline></body.head><body.content><p>Text.</p></body.content></body></nitf>",
                "http://agency.example/");
        var ninjs = parse(
                "{\"uri\":\"http://agency.example/n/1\",\"versioncreated\":\"2026-03-02T10:00:00Z\",\"headline\":\"Vote\",\"body_xhtml\":\"<p>T.</p>\"}",
                "http://agency.example/");

        assertThat(newsml.entries().get(0).title().value()).isEqualTo("Embassy shut");
        assertThat(newsml.entries().get(0).contents().get(0).asPlainText()).isEqualTo("First.\nSecond.");
        assertThat(newsml.entries().get(0).published().orElseThrow().instant())
                .isEqualTo(Instant.parse("2026-03-02T10:00:00Z"));
        assertThat(nitf.entries().get(0).title().value()).isEqualTo("Bridge opens");
        assertThat(nitf.entries().get(0).published()).isPresent();
        assertThat(nitf.entries().get(0).authors()).extracting(FeedPerson::name).containsExactly("Jo Doe");
        assertThat(newsml.entries().get(0).authors())
                .extracting(FeedPerson::name)
                .containsExactly("Kim Osei");
        assertThat(ninjs.entries().get(0).contents().get(0).asPlainText()).isEqualTo("T.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"<!DOCTYPE html><html><body>Sign in</body></html>", "<html><head><title>x</title></head></html>"
            })
    void namesAPageAPage(String page) {
        assertThat(parse(page, "http://a.example/").reading()).isEqualTo(Reading.HTML_PAGE);
    }

    @Test
    void namesOtherDocuments() {
        assertThat(parse("", "http://a.example/").reading()).isEqualTo(Reading.EMPTY_BODY);
        assertThat(parse(" \n\t ", "http://a.example/").reading()).isEqualTo(Reading.EMPTY_BODY);
        assertThat(parse("{\"a\":", "http://a.example/").reading()).isEqualTo(Reading.MALFORMED);
        assertThat(parse("{\"a\":1}", "http://a.example/").reading()).isEqualTo(Reading.NOT_A_FEED);
        assertThat(parse("%PDF-1.7", "http://a.example/").reading()).isEqualTo(Reading.NOT_A_FEED);
        assertThat(parse("<rss><channel/></rss>", "http://a.example/").reading())
                .isEqualTo(Reading.NO_ENTRIES);
    }

    @Test
    void stopsAtItsLimitOfEntries() {
        var many = "<rss><channel>" + "<item><title>x</title></item>".repeat(30) + "</channel></rss>";

        var feed = new FeedParser(new FeedLimits(10, 50, 1000))
                .parse(FeedDocument.of(many.getBytes(StandardCharsets.UTF_8)));

        assertThat(feed.reading()).isEqualTo(Reading.TOO_MANY_ENTRIES);
        assertThat(feed.entries()).hasSize(10);
        assertThat(feed.omitted()).isEqualTo(20);
    }

    @Test
    void takesTheEncodingFromHeaderDeclarationOrBytes() {
        var text = "<rss><channel><title>Żółw</title></channel></rss>";
        var declared = "<?xml version='1.0' encoding='iso-8859-2'?>" + text;
        var latin2 = Charset.forName("ISO-8859-2");

        assertThat(title(FeedDocument.of(declared.getBytes(latin2)))).isEqualTo("Żółw");
        assertThat(title(FeedDocument.of(text.getBytes(latin2)).withContentType("application/xml; charset=iso-8859-2")))
                .isEqualTo("Żółw");
        assertThat(title(FeedDocument.of(text.getBytes(StandardCharsets.UTF_16LE))))
                .isEqualTo("Żółw");
        assertThat(title(FeedDocument.of(text.getBytes(StandardCharsets.UTF_8)).withContentType("text/xml")))
                .isEqualTo("Żółw");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'byline':'By Kim Osei'",
                "'by':'By Kim Osei'",
                "'by':[{'name':'Kim Osei'}]",
                "'bylines':['By Kim Osei']",
                "'bylines':[{'byline':'By Kim Osei','role':'REPORTER'}]",
                "'people':[{'rel':'author','name':'Kim Osei'}]",
            })
    void readsTheBylinesOfEveryNinjs(String byline) {
        var json = "{'uri':'urn:1','headline':'Vote','infosources':[{'name':'Harbour Agency'}]," + byline + "}";

        var entry = parse(json.replace('\'', '"'), "http://agency.example/")
                .entries()
                .get(0);

        assertThat(entry.authors()).extracting(FeedPerson::name).containsExactly("Kim Osei");
        assertThat(entry.source()).isEqualTo("Harbour Agency");
    }

    @Test
    void readsOnWhereTheDocumentBreaksOff() {
        var feed =
                parse("<rss><channel><item><title>Whole</title></item><item><title>Half & <b>bo", "http://a.example/");

        assertThat(feed.entries()).hasSize(2);
        assertThat(feed.entries().get(0).title().value()).isEqualTo("Whole");
        assertThat(feed.wholeEntries())
                .extracting(entry -> entry.title().value())
                .containsExactly("Whole");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'><item><title>A</title></item><item><link>http://m.or",
                "<feed xmlns='http://www.w3.org/2005/Atom'><entry><title>A</title></entry><entry><id>http://m.or",
                "<urlset><url><loc>http://m.example/1</loc></url><url><loc>http://m.or",
                "<newsMessage><itemSet><newsItem guid='a'/><newsItem guid='b'><contentSet><inlineXML><nitf></nitf>",
                "<rss><channel><ITEM><title>A</title></ITEM><ITEM><title>Two</title></ITE",
            })
    void tellsThatADocumentBreaksOffInsideAnItem(String document) {
        assertThat(parse(document, "http://a.example/").breaksOff()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<rss><channel><item><title>A</title></item></channel></rss>",
                "<rss><channel><item><title>A</title><item><title>B</title></channel></RSS >",
                "<rss><channel><item><title>A</title></item><item><title>B</title></item>",
                "<nitf><body><body.head><hedline><hl1>A</hl1></hedline></body.head></body></nitf>",
            })
    void knowsADocumentWhoseItemsAreWhole(String document) {
        assertThat(parse(document, "http://a.example/").breaksOff()).isFalse();
    }

    @Test
    void survivesNestingWithoutEnd() {
        var deep = "<rss><channel><item><description>" + "<b>".repeat(10_000) + "x";

        assertThat(parse(deep, "http://a.example/").entries()).hasSize(1);
    }

    @Test
    void neverExpandsEntities() {
        var laughs =
                "<!DOCTYPE rss [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;&a;'><!ENTITY f SYSTEM 'file:///etc/passwd'>]>"
                        + "<rss><channel><title>&b;&f;</title></channel></rss>";

        assertThat(parse(laughs, "http://a.example/").header().title().value()).doesNotContain("ha", "root:");
    }

    @Property(tries = 200)
    void neverThrowsOnBytes(@ForAll byte[] bytes) {
        assertThat(parser.parse(FeedDocument.of(bytes)).reading()).isNotNull();
    }

    @Property(tries = 200)
    void neverThrowsOnAlmostFeeds(@ForAll String a, @ForAll String b) {
        var text = "<rss><channel><item><title>" + a + "</title><pubDate>" + b + "</pubDate><link>" + a + b;

        assertThat(parse(text, "http://a.example/").reading()).isNotNull();
    }

    private String title(FeedDocument document) {
        return parser.parse(document).header().title().value();
    }

    private ParsedFeed parse(String text, String address) {
        return parser.parse(
                FeedDocument.of(text.getBytes(StandardCharsets.UTF_8)).at(URI.create(address)));
    }
}
