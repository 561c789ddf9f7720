package io.missionwatch.ingest.polling;

import io.missionwatch.ingest.articles.ArticleDraft;
import io.missionwatch.ingest.articles.ArticleDraft.Canonical;
import io.missionwatch.ingest.articles.ArticleId;
import io.missionwatch.ingest.articles.CanonicalLink;
import io.missionwatch.ingest.articles.PageLink;
import io.missionwatch.ingest.extract.ArticleExtractor;
import io.missionwatch.ingest.feeds.FeedSource;
import io.missionwatch.ingest.web.QuietSites;
import io.missionwatch.ingest.web.Robots;
import io.missionwatch.ingest.web.WebAnswer;
import io.missionwatch.ingest.web.WebRequest;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the pages behind items for their whole text, one after the other and no faster than the site likes. */
public final class PageFetch {

    private static final Logger LOG = LoggerFactory.getLogger(PageFetch.class);
    private static final int SHORT = 1_200;

    private final Function<WebRequest, WebAnswer> web;
    private final Robots robots;
    private final QuietSites quiet;
    private final Duration gap;
    private final ArticleExtractor extractor = new ArticleExtractor();

    /**
     * A fetch over a web client.
     *
     * @param robots what sites ask of us
     * @param quiet the sites that want to be left alone
     * @param gap time between two pages of one feed
     */
    public PageFetch(Function<WebRequest, WebAnswer> web, Robots robots, QuietSites quiet, Duration gap) {
        this.web = web;
        this.robots = robots;
        this.quiet = quiet;
        this.gap = gap;
    }

    /** Whether the page of an article is to be read. */
    public static boolean wantsPage(FeedSource feed, ArticleDraft article) {
        boolean hasPage = !article.isWithdrawn()
                && PageLink.of(article.url())
                        .filter(page -> !page.isFrontPage())
                        .isPresent();
        return switch (feed.fullText()) {
            case NEVER -> false;
            case ALWAYS -> hasPage;
            case WHEN_SHORT -> hasPage && article.body().length() < SHORT;
        };
    }

    /**
     * The articles of a feed with the text of their pages and what the pages call their own addresses; one whose page cannot
     * be had or read keeps the feed's text and says so, and whether the page is worth another try.
     */
    public List<ArticleDraft> complete(FeedSource feed, List<ArticleDraft> articles) {
        var complete = new ArrayList<ArticleDraft>();
        var sites = new HashSet<String>();
        boolean asked = false;
        for (var article : articles) {
            var next = asked && !pause(article) ? article.withoutPage() : complete(feed, article, sites);
            asked |= next.text() != ArticleDraft.Text.FEED_UNASKED;
            complete.add(next);
        }
        return complete;
    }

    private ArticleDraft complete(FeedSource feed, ArticleDraft article, Set<String> asked) {
        try {
            var way = new PageWay(robots, quiet, asked);
            var address = URI.create(article.url());
            var read = way.test(address)
                    ? complete(feed, article, web.apply(WebRequest.page(address, way)), way)
                    : article.withoutPage();
            return way.isShutForNow() ? article.withPageUnasked() : read;
        } catch (RuntimeException | StackOverflowError e) {
            // A page that breaks the reader costs its article nothing but the page.
            LOG.warn("Page broke the reader article={}", article.articleId(), e);
        }
        return article.withoutPage();
    }

    private ArticleDraft complete(FeedSource feed, ArticleDraft article, WebAnswer answer, PageWay way) {
        if (answer instanceof WebAnswer.Document page) {
            return read(feed, article, page);
        }
        if (!(answer instanceof WebAnswer.Failed failed) || !failed.isPassing()) {
            return article.withoutPage();
        }
        failed.retryAfter().ifPresent(wait -> quiet.leave(way.end(), wait));
        return failed.retryAfter().filter(PageWay::isLong).isPresent()
                ? article.withoutPage()
                : article.withoutPageYet();
    }

    private ArticleDraft read(FeedSource feed, ArticleDraft article, WebAnswer.Document page) {
        var type = page.headers().contentType();
        if (!isPage(type.orElse("text/html"))) {
            return article.withoutPage();
        }
        var found = extractor.extract(page.body(), type, page.address());
        var whole = article.withPage(found, page.headers().lastModified());
        if (whole.text() != ArticleDraft.Text.PAGE) {
            return whole;
        }
        return CanonicalLink.of(page.address(), found.canonicalUrl())
                .map(link -> new Canonical(ArticleId.ofLink(feed.outlet(), link), link.shown()))
                .map(whole::calledByItsPage)
                .orElse(whole);
    }

    private static boolean isPage(String contentType) {
        return contentType.contains("html") || contentType.contains("text/plain");
    }

    private boolean pause(ArticleDraft next) {
        try {
            var wanted = robots.delay(URI.create(next.url())).orElse(gap);
            Thread.sleep(Math.max(wanted.toMillis(), gap.toMillis()));
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (IllegalArgumentException e) {
            return true;
        }
    }
}
