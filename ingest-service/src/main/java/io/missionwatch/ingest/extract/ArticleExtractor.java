package io.missionwatch.ingest.extract;

import java.net.URI;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jsoup.nodes.Document;

/** Extracts the article from a page: its text without what surrounds it, and what the page says about it. */
public final class ArticleExtractor {

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
        var blocks = new ArticleBody(page, boilerplate, title).blocks();
        var published = new Dates(document, head, data, language).published(url, Datelines.near(title, page));
        return new ExtractedArticle(
                title,
                blocks.stream().map(TextBlock::text).collect(Collectors.joining("\n")),
                Authors.of(document, head, data),
                published,
                language,
                head.canonical(),
                outlet,
                Quality.of(blocks, false, !title.isEmpty(), published.isPresent()));
    }
}
