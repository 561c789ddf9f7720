package io.missionwatch.ingest.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import io.missionwatch.ingest.articles.ArticleReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Documents that are meant to hang, flood or break a reader: each is read, or called what it is, in little time. */
class HostileFeedsTest {

    private static final String BEFORE = "<rss><channel><item><title>t</title><description>";

    private final FeedParser parser = FeedParser.withDefaults();

    static Stream<Arguments> documents() {
        return Stream.of(
                document("laughs", "<!DOCTYPE x [" + laughs() + "]><rss><channel><title>&h;</title></channel></rss>"),
                document("entities", "<!DOCTYPE x [" + "<!ENTITY a 'b'>".repeat(20_000) + "]><rss/>"),
                document("nested", BEFORE + "<b>".repeat(100_000)),
                document("nested in text", BEFORE + "&lt;b&gt;&lt;i&gt;&lt;p&gt;".repeat(10_000)),
                document("nested tables", BEFORE + "&lt;table&gt;&lt;tr&gt;&lt;td&gt;".repeat(10_000)),
                document("megabytes of nested tags", BEFORE + "<b>".repeat(3_000_000)),
                document("megabytes of nested agency text", "<nitf><body>" + "<p>".repeat(3_000_000)),
                document("nested items", "<rss><channel>" + "<item>".repeat(50_000)),
                document("many items", "<rss><channel>" + "<item><title>x</title></item>".repeat(20_000)),
                document("many authors", "<rss><channel><item>" + numbered("<author>a%d</author>", 20_000)),
                document("long author", "<rss><channel><item><author>" + "a.".repeat(200_000)),
                document("long date", "<rss><channel><item><pubDate>" + "1 ".repeat(200_000)),
                document("many attributes", "<rss " + numbered("a%d='b' ", 20_000) + ">"),
                document("open tags", BEFORE + "&lt;a ".repeat(100_000)),
                document("ampersands", BEFORE + "&".repeat(300_000)),
                document("open comments", "<rss>" + "<!--".repeat(100_000)),
                document("open sections", "<rss>" + "<![CDATA[".repeat(100_000)),
                document("zeros", BEFORE + "\0".repeat(300_000)),
                document("brackets", BEFORE + "( ".repeat(200_000)),
                document("nested arrays", "[".repeat(200_000)),
                document("nested objects", "{\"items\":".repeat(100_000)),
                document(
                        "many json items",
                        "{\"version\":\"jsonfeed\",\"items\":[" + "{\"id\":1},".repeat(50_000) + "{}]}"));
    }

    private static Arguments document(String name, String text) {
        return Arguments.of(name, text);
    }

    private static String laughs() {
        return IntStream.range(0, 7)
                .mapToObj(i -> "<!ENTITY %c '%s'>".formatted('b' + i, ("&" + (char) ('a' + i) + ";").repeat(10)))
                .collect(Collectors.joining("", "<!ENTITY a 'ha'>", ""));
    }

    private static String numbered(String pattern, int count) {
        return IntStream.range(0, count).mapToObj(pattern::formatted).collect(Collectors.joining());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("documents")
    @Timeout(value = 15, unit = TimeUnit.SECONDS)
    void readsWhatIsMeantToBreakIt(String name, String text) {
        var feed = read(text.getBytes(StandardCharsets.UTF_8));

        assertThat(feed.entries()).hasSizeLessThanOrEqualTo(FeedLimits.DEFAULT.entries());
    }

    @Property(tries = 150)
    void readsAnyMixtureOfFragments(@ForAll("mixtures") String text) {
        assertThat(read(text.getBytes(StandardCharsets.UTF_8)).reading()).isNotNull();
        assertThat(read(text.getBytes(StandardCharsets.UTF_16BE)).reading()).isNotNull();
    }

    @Provide
    Arbitrary<String> mixtures() {
        var fragments = Arbitraries.of(
                "<rss>",
                "<channel>",
                "<item>",
                "</item>",
                "<entry xml:base='::'>",
                "<feed xmlns='http://www.w3.org/2005/Atom'>",
                "<title type='xhtml'>",
                "<content type='application/x' mode='base64'>",
                "<link href='http://[::1'/>",
                "<![CDATA[",
                "]]>",
                "<!--",
                "-->",
                "<!DOCTYPE",
                "<?xml encoding='utf-16'?>",
                "&#xD800;",
                "&#0;",
                "&amp",
                "\uD800",
                "\0",
                "'",
                "\"",
                "<guid>",
                "<pubDate>99 Foo 9999 25:61</pubDate>",
                "<category term=",
                "<source>",
                "<media:group>",
                "{",
                "[",
                "\"items\":[",
                "<newsItem guid=''>",
                "<nitf>",
                "<urlset>",
                "<url><loc>http://a b/</loc>",
                "<author><name>");
        return fragments.list().ofMaxSize(25).map(parts -> String.join("", parts));
    }

    private ParsedFeed read(byte[] bytes) {
        var feed = parser.parse(FeedDocument.of(bytes).at(URI.create("http://a.example/")));
        var origin = new ArticleReader.Origin("f", "o", "", Instant.EPOCH);
        feed.entries().forEach(entry -> ArticleReader.read(entry, origin));
        return feed;
    }
}
