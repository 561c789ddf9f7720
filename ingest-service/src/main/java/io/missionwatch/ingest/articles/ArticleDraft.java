package io.missionwatch.ingest.articles;

import io.missionwatch.ingest.extract.ExtractedArticle;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An article as it was read, before it is known whether it is new.
 *
 * @param articleId who it is
 * @param url the address of its page; empty where none is known
 * @param title its title; empty where it has none
 * @param summary its teaser; empty where it has none
 * @param body its text, paragraphs separated by a newline
 * @param truncated the text was cut at its limit
 * @param text where the text comes from
 * @param quality how sure the reading of the page is, where one was read
 * @param language BCP 47 tag; empty where not known
 * @param authors who wrote it
 * @param categories the publisher's own
 * @param published when it was published, by whom we know
 * @param fetchedAt when it was fetched
 * @param creditLine the wire that it credits
 * @param canonical what its page calls its own address, where the page was read and says another
 */
public record ArticleDraft(
        String articleId,
        String url,
        String title,
        String summary,
        String body,
        boolean truncated,
        Text text,
        Optional<Double> quality,
        String language,
        List<String> authors,
        List<String> categories,
        Published published,
        Instant fetchedAt,
        Optional<String> creditLine,
        Optional<Canonical> canonical) {

    /** The title, and all that is left, of an article that its publisher has taken back. */
    public static final String WITHDRAWN = "Withdrawn by the publisher";

    private static final double FAIR = 0.25;

    public ArticleDraft {
        authors = List.copyOf(authors);
        categories = List.copyOf(categories);
    }

    /**
     * The address that a page calls its own.
     *
     * @param articleId who the article would be by it
     * @param url as it is shown
     */
    public record Canonical(String articleId, String url) {}

    /** Where a text comes from. */
    public enum Text {
        /** The feed's item. */
        FEED,
        /** The page behind it. */
        PAGE,
        /** The feed's item, because the page could not be had or read. */
        FEED_FALLBACK,
        /** The feed's item, until the page, which could not be had just now, is asked for again. */
        FEED_MEANWHILE,
        /** The feed's item, until its site, which may not be asked for the page just now, may be asked. */
        FEED_UNASKED;

        /** Whether the page is to be asked for again. */
        public boolean isForNow() {
            return this == FEED_MEANWHILE || this == FEED_UNASKED;
        }
    }

    /** The time that windows and order go by. */
    public Instant eventTime() {
        return published.eventTime(fetchedAt);
    }

    /**
     * The same with the text of its page where that is the whole article, else marked as without.
     *
     * @param lastModified what the server says of the page's age
     */
    public ArticleDraft withPage(ExtractedArticle page, Optional<String> lastModified) {
        boolean good = page.quality() >= FAIR && page.body().length() * 10L >= body.length() * 8L;
        if (!good) {
            return without(Text.FEED_FALLBACK, Optional.of(page.quality()));
        }
        var text = ArticleReader.capped(page.body(), ArticleReader.LONGEST_BODY);
        var names = authors.isEmpty() ? page.authors() : authors;
        var said = Published.byPage(page.publishedAt()).or(Published.byHeader(lastModified, fetchedAt), fetchedAt);
        return new ArticleDraft(
                articleId,
                url,
                title.isEmpty() ? page.title() : title,
                summary,
                text,
                text.length() < page.body().length(),
                Text.PAGE,
                Optional.of(page.quality()),
                language.isEmpty() ? page.language().orElse("") : language,
                names,
                categories,
                published.or(said, fetchedAt).orTheTimeOf(said),
                fetchedAt,
                CreditLine.in(text, names).or(() -> creditLine),
                Optional.empty());
    }

    /** The same, marked as without its page. */
    public ArticleDraft withoutPage() {
        return without(Text.FEED_FALLBACK, Optional.empty());
    }

    /** The same, marked as without its page so far. */
    public ArticleDraft withoutPageYet() {
        return without(Text.FEED_MEANWHILE, Optional.empty());
    }

    /** The same, marked as without its page, which has not been asked for yet. */
    public ArticleDraft withPageUnasked() {
        return without(Text.FEED_UNASKED, Optional.empty());
    }

    private ArticleDraft without(Text instead, Optional<Double> seen) {
        return with(articleId, url, instead, seen, Optional.empty());
    }

    /** The same article with what its page calls its own address. */
    public ArticleDraft calledByItsPage(Canonical own) {
        return with(articleId, url, text, quality, Optional.of(own));
    }

    /** The same article under another id and the address that goes with it. */
    public ArticleDraft named(String otherId, String otherUrl) {
        return with(otherId, otherUrl, text, quality, canonical);
    }

    private ArticleDraft with(
            String otherId,
            String otherUrl,
            Text otherText,
            Optional<Double> otherQuality,
            Optional<Canonical> otherCanonical) {
        return new ArticleDraft(
                otherId,
                otherUrl,
                title,
                summary,
                body,
                truncated,
                otherText,
                otherQuality,
                language,
                authors,
                categories,
                published,
                fetchedAt,
                creditLine,
                otherCanonical);
    }

    /** Whether its publisher has taken it back. */
    public boolean isWithdrawn() {
        return isWithdrawn(words());
    }

    /** Whether these are the words of an article that its publisher has taken back. */
    public static boolean isWithdrawn(String words) {
        return words.equals(words(WITHDRAWN, "", ""));
    }

    /** What readers see of it; two drafts with the same words are the same revision. */
    public String words() {
        return words(title, summary, body);
    }

    /** The words of an article that has these parts. */
    public static String words(String title, String summary, String body) {
        return title + "\n" + summary + "\n" + body;
    }
}
