package io.missionwatch.ingest.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HostilePagesTest {

    private static final URI URL = URI.create("https://news.example/story");
    private static final String PROSE =
            "<p>The guards closed the gate at noon, and nobody was hurt, the police said on Tuesday.</p>";
    private static final Map<String, String> PAGES = Map.ofEntries(
            Map.entry("nothing", ""),
            Map.entry("no body", "<html><head><title>x</title></head></html>"),
            Map.entry("a frameset", "<html><frameset><frame src=a></frameset></html>"),
            Map.entry("NULs", "\0<p>\0" + "a\0b. ".repeat(100) + "\0"),
            Map.entry("lone surrogates", "<title>\ud800</title><p>" + "\udc00 word\ud800. ".repeat(100)),
            Map.entry("ten thousand open tags", "<div class='a b-c'>".repeat(10_000) + PROSE),
            Map.entry("ten thousand open inline tags", "<b><i><a href=x>".repeat(10_000) + PROSE),
            Map.entry("ten thousand open comments", "<div class=comments>".repeat(10_000) + PROSE.repeat(100)),
            Map.entry("ten thousand nested tables", "<table><tr><td>".repeat(10_000) + PROSE),
            Map.entry("megabytes of tags that overlap", "<b><p>x</b>".repeat(900_000) + PROSE),
            Map.entry("megabytes of lists in lists", "<ul><li>a b c".repeat(700_000) + PROSE),
            Map.entry("JSON-LD of ten thousand brackets", ld("[".repeat(10_000)) + PROSE),
            Map.entry("JSON-LD of objects in objects", ld("{\"@graph\":".repeat(90) + "1" + "}".repeat(90))),
            Map.entry("JSON-LD of wrong types", ld("{\"@type\":[1,{}],\"author\":[1,[2]],\"headline\":{}}")),
            Map.entry("a long class", "<div class='" + "aB-".repeat(100_000) + "'>" + PROSE),
            Map.entry("a long style", "<div style='" + "a: b;".repeat(100_000) + "'>" + PROSE),
            Map.entry("a long title", "<title>" + " | ".repeat(100_000) + "</title><h1>" + "- | ".repeat(100_000)),
            Map.entry("a long date", "<time datetime='" + "1".repeat(500_000) + "'>" + "2 ".repeat(99_999) + "</time>"),
            Map.entry("a long author", "<meta name=author content='" + "by and ,".repeat(100_000) + "'>" + PROSE),
            Map.entry("many authors", "<a rel=author>A B</a>".repeat(30_000) + PROSE),
            Map.entry("many times", "<time datetime=x>x</time>".repeat(30_000) + PROSE),
            Map.entry("many headings", "<h1>x</h1><h2>y.</h2>".repeat(30_000) + PROSE),
            Map.entry("many line breaks", "<br>".repeat(30_000) + PROSE),
            Map.entry("many short blocks", "<div>a.</div>".repeat(30_000) + PROSE),
            Map.entry("one long word", "<p>" + "a".repeat(2_000_000)),
            Map.entry("ten megabytes of paragraphs", PROSE.repeat(10_000_000 / PROSE.length())),
            Map.entry("megabytes of punctuation", "<p>" + "|.-– ".repeat(500_000)));

    private final ArticleExtractor extractor = new ArticleExtractor();

    private static String ld(String json) {
        return "<script type='application/ld+json'>" + json + "</script>";
    }

    static Stream<String> pages() {
        return PAGES.keySet().stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void areReadWithoutFailureWithinSeconds(String page) {
        var bytes = PAGES.get(page).getBytes(StandardCharsets.UTF_8);

        var article = assertTimeoutPreemptively(
                Duration.ofSeconds(30), () -> extractor.extract(bytes, Optional.of("text/html; charset=x-none"), URL));

        assertThat(article.quality()).isBetween(0.0, 1.0);
    }

    @Property(tries = 150)
    void areReadWhateverTheirBytesAre(@ForAll byte[] bytes) {
        assertThat(extractor.extract(bytes, Optional.empty(), URL)).isNotNull();
    }

    @Property(tries = 200)
    void areReadWhateverTheirTagsAre(@ForAll("tagSoup") String html) {
        var article = extractor.extract(html, URL);

        assertThat(article.body().lines()).noneMatch(String::isBlank);
    }

    @Provide
    Arbitrary<String> tagSoup() {
        return Arbitraries.of(
                        "<p>",
                        "</p>",
                        "<div>",
                        "</div>",
                        "<br>",
                        "<a href=x>",
                        "</a>",
                        "<b>",
                        "<ul><li>",
                        "</ul>",
                        "<table>",
                        "<td>",
                        "<h1>",
                        "<h2>",
                        "</h2>",
                        "<article>",
                        "<aside>",
                        "<time>",
                        "<title>",
                        "<script type='application/ld+json'>{\"@type\":\"Article\"",
                        "}</script>",
                        "<!--",
                        "-->",
                        "<div class='related comments'>",
                        "<meta name=author content='",
                        "'>",
                        "&amp;",
                        "\0",
                        "\ud83d",
                        "By A and B",
                        "12 May 2024",
                        PROSE)
                .list()
                .ofMaxSize(40)
                .map(parts -> String.join("", parts));
    }
}
