package io.missionwatch.enrich.wire;

import io.missionwatch.enrich.articles.ArticleText;
import io.missionwatch.enrich.text.LanguageCodes;
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
                Optional.ofNullable(article.getLanguage()).flatMap(LanguageCodes::ofTag),
                Optional.ofNullable(article.getPublishedAt()),
                Optional.ofNullable(article.getHomeCountry()),
                article.getArticleId());
    }
}
