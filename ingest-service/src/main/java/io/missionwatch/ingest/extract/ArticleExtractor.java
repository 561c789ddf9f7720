package io.missionwatch.ingest.extract;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Extracts the article from a page: its text without what surrounds it, and what the page says about it. */
public final class ArticleExtractor {

    private static final int SHORTEST_GUIDE = 150;

    /** What is shorter may be all that a page shows without its scripts. */
    private static final int SHORT = 600;

    private final Boilerplate boilerplate = new Boilerplate();

    /**
     * Extracts from bytes as they came over the wire. Never throws for what they hold.
     *
     * @param contentType the Content-Type header
     * @param url where the page was found
     */
    public ExtractedArticle extract(byte[] html, Optional<String> contentType, URI url) {
        return extract(PageDecoder.decode(html, contentType, url), url);
    }

    /** Extracts from a page as it came over the wire. Never throws for what it holds. */
    public ExtractedArticle extract(HtmlPage page) {
        return extract(page.html(), page.contentType(), page.url());
    }

    /** Extracts from a page that is decoded already. Never throws for what it holds. */
    public ExtractedArticle extract(String html, URI url) {
        return extract(PageDecoder.decode(html, url), url);
    }

    private ExtractedArticle extract(Document document, URI url) {
        var head = PageHead.of(document);
        var data = StructuredData.of(document);
        var language = Languages.of(head, data);
        var outlet = Outlets.of(head, data);
        var page = PageReader.read(document.body());
        var title = new Titles(head, data, page, outlet).title();
        var guide = data.body().filter(text -> text.length() >= SHORTEST_GUIDE);
        var description = head.first("og:description", "description", "twitter:description");
        Function<PageText, List<TextBlock>> body = text ->
                new ArticleBody(text, boilerplate, title, guide.map(Guide::of), description.map(Guide::of)).blocks();
        var seen = body.apply(page);
        var given = guide.filter(text -> text.length() > 2 * length(seen))
                .map(ArticleExtractor::paragraphs)
                .orElse(seen);
        var blocks = length(given) < SHORT
                ? new UnshownText(document, body)
                        .insteadOf(given, text -> Quality.isDescribed(joined(text), title, description))
                : given;
        var published = new Dates(document, head, data, language).published(url, Datelines.of(title, page));
        var text = joined(blocks);
        boolean described = Quality.isDescribed(text, title, description);
        return new ExtractedArticle(
                title,
                text,
                new Authors(document, head, data, outlet).names(),
                published,
                language,
                head.canonical(),
                outlet,
                Quality.of(blocks, described, !title.isEmpty(), published.isPresent()));
    }

    /** A text that the page gives to machines and hides from readers, until they pay or until its scripts have run. */
    private static List<TextBlock> paragraphs(String text) {
        var body = new Element("body");
        text.lines().forEach(line -> body.appendElement("p").text(line));
        return PageReader.read(body).blocks();
    }

    private static String joined(List<TextBlock> blocks) {
        return blocks.stream().map(TextBlock::text).collect(Collectors.joining("\n"));
    }

    static int length(List<TextBlock> blocks) {
        return blocks.stream().mapToInt(block -> block.text().length()).sum();
    }
}
