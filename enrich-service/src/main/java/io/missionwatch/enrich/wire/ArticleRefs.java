package io.missionwatch.enrich.wire;

import io.missionwatch.schema.Article;
import io.missionwatch.schema.ArticleRef;

/** Names an article to whoever reads what was made from it. */
final class ArticleRefs {

    private ArticleRefs() {}

    static ArticleRef of(Article article) {
        return ArticleRef.newBuilder()
                .setArticleId(article.getArticleId())
                .setRevision(article.getRevision())
                .setFeedId(article.getFeedId())
                .setOutlet(article.getOutlet())
                .setSourceClass(article.getSourceClass())
                .setReliability(article.getReliability())
                .setLanguage(article.getLanguage())
                .setUrl(article.getUrl())
                .setTitle(article.getTitle())
                .setPublishedAt(article.getPublishedAt())
                .setFetchedAt(article.getFetchedAt())
                .setEventTime(article.getEventTime())
                .setCreditLine(article.getCreditLine())
                .setFingerprint(article.getFingerprint())
                .setBackfill(article.getBackfill())
                .build();
    }
}
