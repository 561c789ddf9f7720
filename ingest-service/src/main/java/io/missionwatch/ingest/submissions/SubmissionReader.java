package io.missionwatch.ingest.submissions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.missionwatch.ingest.articles.CanonicalLink;
import io.missionwatch.ingest.articles.PageLink;
import io.missionwatch.ingest.articles.Published;
import io.missionwatch.ingest.extract.ArticleExtractor;
import io.missionwatch.ingest.extract.ExtractedArticle;
import io.missionwatch.ingest.extract.HtmlPage;
import io.missionwatch.ingest.feeds.FeedSource;
import io.missionwatch.ingest.submissions.Submission.Source;
import io.missionwatch.ingest.submissions.Submission.Words;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads a JSON object as an article: {@code outlet}, {@code title}, {@code text} or {@code html}, and if known
 * {@code id}, {@code url}, {@code published}, {@code language} and more. What a page in {@code html} says of itself fills in
 * what the object leaves out.
 *
 * @param outlet the outlet of articles that name none; if empty, they must
 * @param strict an unknown field is a fault, not passed over
 */
public record SubmissionReader(Optional<String> outlet, boolean strict) {

    /** The fields of an article. */
    public static final List<String> FIELDS = List.of(
            "id",
            "outlet",
            "url",
            "title",
            "summary",
            "text",
            "html",
            "published",
            "language",
            "authors",
            "categories",
            "source-class",
            "reliability",
            "country",
            "backfill");

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final double FAIR = 0.25;
    private static final int LONGEST_ID = 200;
    private static final int LONGEST_OUTLET = 200;
    private static final int LONGEST_LANGUAGE = 35;
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*");
    private static final Pattern CONTROL = Pattern.compile("\\p{Cc}");
    private static final URI NOWHERE = URI.create("https://unknown.invalid/");

    /**
     * The article of an object.
     *
     * @throws SubmissionFault with what is missing or wrong
     */
    public Submission read(JsonNode node) {
        if (!node.isObject()) {
            throw new SubmissionFault("an article is a JSON object");
        }
        if (strict) {
            refuseUnknown(node);
        }
        var fields = new SubmissionFields(node);
        var page = fields.text("html")
                .filter(html -> fields.text("text").isEmpty())
                .map(html -> new ArticleExtractor()
                        .extract(html, address(fields.text("url").map(SubmissionReader::link))));
        return read(node, page);
    }

    private Submission read(JsonNode node, Optional<ExtractedArticle> page) {
        var fields = new SubmissionFields(node);
        return new Submission(
                fields.text("id").map(SubmissionReader::id),
                outlet(fields, page),
                source(fields),
                link(fields, page),
                words(fields, page),
                language(fields, page),
                fields.texts("authors")
                        .orElseGet(() -> page.map(ExtractedArticle::authors).orElse(List.of())),
                fields.texts("categories").orElse(List.of()),
                published(fields, page),
                Optional.empty(),
                page.map(ExtractedArticle::quality),
                fields.flag("backfill"));
    }

    /**
     * The article of plain text.
     *
     * @param title empty where it has none
     * @throws SubmissionFault when there is no text
     */
    public Submission text(String title, String body) {
        var fields = NODES.objectNode().put("title", title).put("text", body);
        return read(fields);
    }

    /**
     * The article of a page.
     *
     * @param url where it was found; if empty, what the page calls its own address
     * @throws SubmissionFault when the page is no article
     */
    public Submission page(HtmlPage page, Optional<String> url) {
        var found = new ArticleExtractor().extract(page);
        if (found.body().isEmpty() || found.quality() < FAIR) {
            throw new SubmissionFault("no article was found on the page");
        }
        var fields = NODES.objectNode();
        url.filter(text -> PageLink.of(text).isPresent()).ifPresent(text -> fields.put("url", text));
        return read(fields, Optional.of(found));
    }

    private static void refuseUnknown(JsonNode node) {
        node.fieldNames().forEachRemaining(name -> {
            if (!FIELDS.contains(name)) {
                var shown = CONTROL.matcher(name.length() > 40 ? name.substring(0, 40) : name)
                        .replaceAll("?");
                throw new SubmissionFault("unknown field '" + shown + "'; known are " + String.join(", ", FIELDS));
            }
        });
    }

    private static String id(String text) {
        if (text.length() > LONGEST_ID || CONTROL.matcher(text).find()) {
            throw new SubmissionFault("id has at most " + LONGEST_ID + " characters and no control characters");
        }
        return text;
    }

    // As for an item of a feed: the address that it was found at; where none is known a good page is believed about its
    // own.
    private static Optional<PageLink> link(SubmissionFields fields, Optional<ExtractedArticle> page) {
        var given = fields.text("url").map(SubmissionReader::link);
        return given.or(() -> CanonicalLink.alone(
                page.filter(found -> found.quality() >= FAIR).flatMap(ExtractedArticle::canonicalUrl)));
    }

    private static PageLink link(String text) {
        return PageLink.of(text).orElseThrow(() -> new SubmissionFault("url must be an http or https address"));
    }

    private static URI address(Optional<PageLink> link) {
        return link.map(page -> URI.create(page.shown())).orElse(NOWHERE);
    }

    private String outlet(SubmissionFields fields, Optional<ExtractedArticle> page) {
        var name = fields.text("outlet")
                .or(() -> page.flatMap(ExtractedArticle::outlet))
                .or(() -> outlet)
                .orElseThrow(() -> new SubmissionFault("outlet is missing: the name of who published the article"));
        if (name.length() > LONGEST_OUTLET || CONTROL.matcher(name).find()) {
            throw new SubmissionFault("outlet has at most " + LONGEST_OUTLET + " characters, none of them control");
        }
        return name;
    }

    private static Source source(SubmissionFields fields) {
        return new Source(
                fields.choice("source-class", FeedSource.Kind.OTHER),
                fields.choice("reliability", FeedSource.Reliability.F),
                fields.country());
    }

    private static Words words(SubmissionFields fields, Optional<ExtractedArticle> page) {
        var words = Words.of(
                fields.text("title").or(() -> page.map(ExtractedArticle::title)).orElse(""),
                fields.text("summary").orElse(""),
                fields.text("text").or(() -> page.map(ExtractedArticle::body)).orElse(""));
        if (words.title().isEmpty() && words.body().isEmpty()) {
            throw new SubmissionFault(
                    page.isPresent() ? "no article was found in html" : "an article has a title, a text or html");
        }
        return words;
    }

    private static String language(SubmissionFields fields, Optional<ExtractedArticle> page) {
        var given = fields.text("language");
        given.filter(tag -> !isLanguage(tag)).ifPresent(wrong -> {
            throw new SubmissionFault("language must be a BCP 47 tag such as en or pt-BR");
        });
        return given.or(() -> page.flatMap(ExtractedArticle::language)).orElse("");
    }

    // The pattern recurses for each part of a tag, so that one of thousands of parts would break it.
    private static boolean isLanguage(String tag) {
        return tag.length() <= LONGEST_LANGUAGE && LANGUAGE.matcher(tag).matches();
    }

    private static Published published(SubmissionFields fields, Optional<ExtractedArticle> page) {
        var said = Published.bySender(fields.time("published"));
        return said.date().isPresent() ? said : Published.byPage(page.flatMap(ExtractedArticle::publishedAt));
    }
}
