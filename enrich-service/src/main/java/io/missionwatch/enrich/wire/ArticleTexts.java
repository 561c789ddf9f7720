package io.missionwatch.enrich.wire;

import io.missionwatch.enrich.articles.ArticleText;
import io.missionwatch.schema.Article;
import java.util.Optional;

/** Reads what enrichment needs from the record of an article. */
public final class ArticleTexts {

    private ArticleTexts() {}

    /** The text of an article, and what is known of it. */
    public static ArticleText of(Article article) {
        return new ArticleText(
                article.getTitle(),
                article.getBody(),
                Optional.ofNullable(article.getLanguage()).map(ArticleTexts::primary),
                Optional.ofNullable(article.getPublishedAt()),
                Optional.ofNullable(article.getHomeCountry()),
                article.getArticleId());
    }

    /** The primary subtag: "en" of "en-GB". */
    private static String primary(String tag) {
        var hyphen = tag.indexOf('-');
        return hyphen > 0 ? tag.substring(0, hyphen) : tag;
    }
}
