package io.missionwatch.ingest;

import io.missionwatch.ingest.StateSerdes.ArticleAlias;
import io.missionwatch.ingest.articles.ArticleDraft;
import io.missionwatch.ingest.articles.ArticleDraft.Canonical;
import io.missionwatch.ingest.articles.ContentHash;
import java.util.Optional;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * The names that each article goes by: the addresses that feeds link, and the one that its page calls its own
 * (rel=canonical), so that a story under two addresses is one article. A link is taken at its word; a page is believed where
 * title or text are the same, for there are sites that call many pages by one address.
 */
final class ArticleAliases {

    private static final long NO_PAGE = 0;

    private final KeyValueStore<String, ArticleAlias> store;

    ArticleAliases(KeyValueStore<String, ArticleAlias> store) {
        this.store = store;
    }

    /** The article that one read now is already; empty where none is known by its names. */
    Optional<String> known(ArticleDraft article) {
        return at(article.articleId())
                .filter(alias -> alias.linked() || isSame(alias, article))
                .or(() ->
                        article.canonical().flatMap(own -> at(own.articleId())).filter(alias -> isSame(alias, article)))
                .map(ArticleAlias::articleId);
    }

    private static boolean isSame(ArticleAlias alias, ArticleDraft article) {
        return !article.title().isEmpty() && alias.title() == ContentHash.of(article.title())
                || alias.page() != NO_PAGE && alias.page() == pageOf(article);
    }

    private static long pageOf(ArticleDraft article) {
        return article.text() == ArticleDraft.Text.PAGE ? ContentHash.of(article.body()) : NO_PAGE;
    }

    /** Whether the page that goes by a name has been read. */
    boolean hasPage(String name) {
        return at(name).filter(alias -> alias.page() != NO_PAGE).isPresent();
    }

    /**
     * Lets an article go by its names from now on.
     *
     * @param read the article by the name that its feed gives it
     * @param articleId who it is
     * @param now milliseconds since 1970
     * @return the article as who it is, at the address that its page calls its own unless that is another's
     */
    ArticleDraft learn(ArticleDraft read, String articleId, long now) {
        if (read.url().isEmpty()) {
            return read.named(articleId, "");
        }
        long title = ContentHash.of(read.title());
        long page = pageOf(read);
        long pageBefore = at(read.articleId())
                .filter(alias -> alias.articleId().equals(articleId))
                .map(ArticleAlias::page)
                .orElse(NO_PAGE);
        store.put(read.articleId(), new ArticleAlias(articleId, title, page == NO_PAGE ? pageBefore : page, now, true));
        var own = read.canonical().filter(named -> isFree(named, articleId));
        own.filter(named -> !isLinked(named.articleId()))
                .ifPresent(named -> store.put(named.articleId(), new ArticleAlias(articleId, title, page, now, false)));
        return read.named(articleId, own.map(Canonical::url).orElse(read.url()));
    }

    private boolean isFree(Canonical named, String articleId) {
        return at(named.articleId())
                .filter(alias -> !alias.articleId().equals(articleId))
                .isEmpty();
    }

    private boolean isLinked(String name) {
        return at(name).filter(ArticleAlias::linked).isPresent();
    }

    /** Keeps an article from being forgotten while its feed carries it. */
    void keep(String name, long now) {
        at(name).ifPresent(alias -> store.put(name, alias.seenAt(now)));
    }

    private Optional<ArticleAlias> at(String name) {
        return Optional.ofNullable(store.get(name));
    }
}
