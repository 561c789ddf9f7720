package io.missionwatch.ingest.polling;

import io.missionwatch.ingest.articles.ArticleDraft;
import io.missionwatch.ingest.feeds.FeedSource;
import java.util.List;
import java.util.Locale;

/** Takes the items of a feed that the operator wants, by words in title or text. */
final class ItemFilter {

    private final List<String> include;
    private final List<String> exclude;

    ItemFilter(FeedSource feed) {
        this.include = lower(feed.include());
        this.exclude = lower(feed.exclude());
    }

    private static List<String> lower(List<String> words) {
        return words.stream().map(word -> word.toLowerCase(Locale.ROOT)).toList();
    }

    boolean takes(ArticleDraft article) {
        if (include.isEmpty() && exclude.isEmpty()) {
            return true;
        }
        var words = article.words().toLowerCase(Locale.ROOT);
        return (include.isEmpty() || include.stream().anyMatch(words::contains))
                && exclude.stream().noneMatch(words::contains);
    }
}
