package io.missionwatch.ingest;

import io.missionwatch.ingest.articles.ArticleDraft;
import io.missionwatch.ingest.articles.Fingerprint;
import io.missionwatch.ingest.feeds.FeedSource;
import io.missionwatch.ingest.polling.FeedState;
import io.missionwatch.ingest.wire.PublicationFields;
import io.missionwatch.schema.Article;
import io.missionwatch.schema.FeedStatus;
import io.missionwatch.schema.FeedStatusWord;
import io.missionwatch.schema.Reliability;
import io.missionwatch.schema.SourceClass;
import io.missionwatch.schema.TextSource;
import java.nio.ByteBuffer;
import java.time.Instant;

/** Writes articles and feed states as records of their topics. */
final class ArticleRecords {

    private ArticleRecords() {}

    /** The record of an article of a feed; its revision is settled where all revisions are known. */
    static Article article(ArticleDraft draft, FeedSource feed) {
        return PublicationFields.of(draft.published())
                .setArticleId(draft.articleId())
                .setRevision(1)
                .setFeedId(feed.id())
                .setOutlet(feed.outlet())
                .setSourceClass(SourceClass.valueOf(feed.kind().name()))
                .setReliability(Reliability.valueOf(feed.reliability().name()))
                .setHomeCountry(orNull(feed.homeCountry()))
                .setUrl(orNull(draft.url()))
                .setTitle(draft.title())
                .setSummary(orNull(draft.summary()))
                .setBody(draft.body())
                .setTruncated(draft.truncated())
                .setTextSource(textSource(draft.text()))
                .setTextQuality(draft.quality().orElse(null))
                .setLanguage(orNull(draft.language()))
                .setAuthors(draft.authors())
                .setCategories(draft.categories())
                .setFetchedAt(draft.fetchedAt())
                .setEventTime(draft.eventTime())
                .setCreditLine(draft.creditLine().orElse(null))
                .setFingerprint(ByteBuffer.wrap(Fingerprint.of(draft.title() + "\n" + draft.body())))
                .setBackfill(false)
                .build();
    }

    /** The record that says how a feed is doing. */
    static FeedStatus status(FeedSource feed, FeedState state) {
        var activity = state.activity();
        return FeedStatus.newBuilder()
                .setFeedId(feed.id())
                .setOutlet(feed.outlet())
                .setUrl(feed.url().toString())
                .setEffectiveUrl(state.effectiveUrl())
                .setStatus(FeedStatusWord.valueOf(state.outcome().name()))
                .setMessage(orNull(state.message()))
                .setHttpStatus(state.httpStatus() == 0 ? null : state.httpStatus())
                .setLastPoll(timeOrNull(state.lastPoll()))
                .setLastSuccess(timeOrNull(state.lastSuccess()))
                .setNextPoll(state.retired() || feed.paused() ? null : timeOrNull(state.nextPoll()))
                .setConsecutiveErrors(state.errors())
                .setNewestItem(timeOrNull(activity.newestItem()))
                .setItems(activity.items())
                .setNewItems(activity.newItems())
                .setTotalItems(activity.totalItems())
                .setUsualGapSeconds(activity.usualGapSeconds() == 0 ? null : activity.usualGapSeconds())
                .setSilent(activity.silent())
                .setRetired(state.retired())
                .build();
    }

    private static Instant timeOrNull(long millis) {
        return millis == 0 || millis == Long.MAX_VALUE ? null : Instant.ofEpochMilli(millis);
    }

    private static TextSource textSource(ArticleDraft.Text text) {
        return switch (text) {
            case FEED -> TextSource.FEED;
            case PAGE -> TextSource.PAGE;
            case FEED_FALLBACK, FEED_MEANWHILE, FEED_UNASKED -> TextSource.FEED_FALLBACK;
        };
    }

    private static String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
