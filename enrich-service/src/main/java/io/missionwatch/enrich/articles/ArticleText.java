package io.missionwatch.enrich.articles;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * What enrichment reads of an article.
 *
 * @param language two-letter code, where the feed or the page says it
 * @param published when the article was published; times are resolved against it
 * @param homeCountry ISO 3166-1 alpha-2 code of the outlet's country
 * @param articleId makes the ids of its events
 */
public record ArticleText(
        String title,
        String body,
        Optional<String> language,
        Optional<Instant> published,
        Optional<String> homeCountry,
        String articleId) {

    public ArticleText {
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(body, "body");
        Objects.requireNonNull(articleId, "articleId");
    }
}
