package io.missionwatch.ingest.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeedsParseTest {

    private static final String FEED = "<rss><channel><title>T</title><item><title>One</title><link>/1</link>"
            + "<pubDate>Mon, 02 Mar 2026 08:30:15 +0100</pubDate><category>c</category></item></channel></rss>";

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void showsAFileAsOneObject() throws IOException {
        var file = Files.writeString(folder.resolve("a.xml"), FEED);

        assertThat(run(new FeedsParse.Args(file.toString(), Optional.empty(), Optional.empty())))
                .isZero();

        var seen = json(out.toString());
        assertThat(seen.path("file").asText()).isEqualTo("a.xml");
        assertThat(seen.path("status").asText()).isEqualTo("OK");
        assertThat(seen.path("feed").path("title").asText()).isEqualTo("T");
        assertThat(seen.at("/entries/0/published").asText()).isEqualTo("2026-03-02T07:30:15Z");
        assertThat(seen.at("/entries/0/categories/0").asText()).isEqualTo("c");
        assertThat(seen.at("/entries/0/summary").isNull()).isTrue();
    }

    @Test
    void showsADirectoryAsLinesWithTypesOfATable() throws IOException {
        Files.createDirectories(folder.resolve("feeds/in"));
        Files.writeString(
                folder.resolve("feeds/b.xml"),
                "<html><link rel=alternate type='application/rss+xml' href='http://a.example/f'></html>");
        Files.write(
                folder.resolve("feeds/in/a.xml"),
                "<rss><channel><title>Ж</title></channel></rss>".getBytes("windows-1251"));
        var types = Files.writeString(folder.resolve("types.tsv"), "in/a.xml\ttext/xml; charset=windows-1251\n");

        run(new FeedsParse.Args(folder.resolve("feeds").toString(), Optional.empty(), Optional.of(types)));

        var lines = out.toString().lines().map(FeedsParseTest::json).toList();
        assertThat(lines).extracting(line -> line.path("file").asText()).containsExactly("b.xml", "in/a.xml");
        assertThat(lines.get(0).path("status").asText()).isEqualTo("HTML_PAGE");
        assertThat(lines.get(0).at("/feeds/0").asText()).isEqualTo("http://a.example/f");
        assertThat(lines.get(1).at("/feed/title").asText()).isEqualTo("Ж");
    }

    @Test
    void unpacksAFileThatIsPacked() throws IOException {
        var file = folder.resolve("a.xml.gz");
        try (var out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(FEED.getBytes(StandardCharsets.UTF_8));
        }

        run(new FeedsParse.Args(file.toString(), Optional.empty(), Optional.empty()));

        assertThat(json(out.toString()).path("status").asText()).isEqualTo("OK");
    }

    @Test
    void offersTheSitemapsOfAnIndexThoseOfNewsFirstAndTheNewestBeforeOthers() throws IOException {
        var file = Files.writeString(folder.resolve("index.xml"), """
                <?xml version="1.0"?><sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
                <sitemap><loc>http://a.example/2024.xml</loc><lastmod>2024-12-31</lastmod></sitemap>
                <sitemap><loc>http://a.example/2026.xml.gz</loc><lastmod>2026-03-01T10:00:00Z</lastmod></sitemap>
                <sitemap><loc> http://a.example/news.xml </loc></sitemap>
                <sitemap><loc>javascript:alert(1)</loc></sitemap></sitemapindex>""");

        run(new FeedsParse.Args(file.toString(), Optional.empty(), Optional.empty()));

        var seen = json(out.toString());
        assertThat(seen.path("status").asText()).isEqualTo("SITEMAP_INDEX");
        assertThat(seen.path("feeds"))
                .extracting(JsonNode::asText)
                .containsExactly(
                        "http://a.example/news.xml", "http://a.example/2026.xml.gz", "http://a.example/2024.xml");
    }

    @Test
    void resolvesLinksAgainstTheAddress() throws IOException {
        run(new FeedsParse.Args("http://a.example/f", Optional.empty(), Optional.empty()));

        assertThat(json(out.toString()).at("/entries/0/link").asText()).isEqualTo("http://a.example/1");
    }

    @Test
    void saysWhatCannotBeRead() throws IOException {
        assertThat(run(new FeedsParse.Args(folder.resolve("none.xml").toString(), Optional.empty(), Optional.empty())))
                .isEqualTo(FeedsParse.UNREADABLE);
        assertThat(err.toString()).contains("none.xml: no such file");
    }

    private int run(FeedsParse.Args args) throws IOException {
        FeedsParse.Fetch web = address ->
                FeedDocument.of(FEED.getBytes(StandardCharsets.UTF_8)).at(URI.create(address.toString()));
        return new FeedsParse(FeedParser.withDefaults(), web).run(args, out, err);
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (IOException e) {
            throw new AssertionError(text, e);
        }
    }
}
