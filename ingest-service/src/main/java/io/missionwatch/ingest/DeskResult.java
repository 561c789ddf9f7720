package io.missionwatch.ingest;

import io.missionwatch.ingest.articles.ArticleDraft;
import io.missionwatch.ingest.feeds.FeedSource;
import io.missionwatch.ingest.polling.Fetched;
import java.util.List;

/** What comes back from the desk for a feed. */
sealed interface DeskResult {

    /** The feed's key. */
    String key();

    /** The feed as it was when the work was given out. */
    FeedSource feed();

    /** A feed has been fetched, or not. */
    record Answer(String key, FeedSource feed, Fetched fetched) implements DeskResult {}

    /** Some of a poll's pages have been read. */
    record Pages(OpenPoll poll, List<ArticleDraft> articles) implements DeskResult {

        public Pages {
            articles = List.copyOf(articles);
        }

        @Override
        public String key() {
            return poll.key();
        }

        @Override
        public FeedSource feed() {
            return poll.feed();
        }
    }
}
