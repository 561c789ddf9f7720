package io.missionwatch.ingest;

import io.missionwatch.ingest.StateSerdes.SeenItem;
import io.missionwatch.ingest.articles.ArticleDraft;
import io.missionwatch.ingest.articles.ContentHash;
import io.missionwatch.ingest.feeds.FeedDate;
import io.missionwatch.ingest.polling.Fetched;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * The items that feeds have carried: sifts a document for those that are new or changed, and notices a feed that gives the
 * same items new names at every poll.
 */
final class SeenItems {

    private static final Duration KEPT = Duration.ofDays(45);
    private static final Duration REFRESHED = Duration.ofDays(1);
    private static final int TELLING_LENGTH = 200;
    private static final int FEWEST_TO_CHURN = 5;
    private static final String SWEPT = "~swept";

    private final KeyValueStore<String, SeenItem> store;

    SeenItems(KeyValueStore<String, SeenItem> store) {
        this.store = store;
    }

    /**
     * An item that is new or changed.
     *
     * @param article what it says
     * @param hash of what it says in the feed
     * @param textKey where its text is found again under another name; empty where the text says too little
     */
    record Fresh(ArticleDraft article, long hash, Optional<String> textKey) {

        Fresh with(ArticleDraft other) {
            return new Fresh(other, hash, textKey);
        }
    }

    /**
     * What is left of a document.
     *
     * @param fresh new or changed items, in the order of the document
     * @param churning most items were known under other names
     */
    record Sifted(List<Fresh> fresh, boolean churning) {}

    /** The new and changed items of a document; each counts as seen once it is marked. */
    Sifted sift(String feed, Fetched.Read read) {
        var fresh = new LinkedHashMap<String, Fresh>();
        var shuffled = new ArrayList<Fresh>();
        int renamed = 0;
        for (var article : read.articles()) {
            var item = item(feed, article);
            switch (meet(feed, item, read.at().toEpochMilli())) {
                case NEW -> fresh.putIfAbsent(item.textKey().orElse(article.articleId()), item);
                case CHANGED -> fresh.put(article.articleId(), item);
                case SHUFFLED -> shuffled.add(item);
                case RENAMED -> renamed++;
                case KNOWN -> {}
            }
        }
        sweep(feed, read.at().toEpochMilli());
        int moved = renamed + shuffled.size();
        boolean churning =
                moved >= FEWEST_TO_CHURN && moved * 2 > read.articles().size();
        for (var item : shuffled) {
            if (churning) {
                mark(feed, item, read.at().toEpochMilli());
            } else {
                fresh.put(item.article().articleId(), item);
            }
        }
        return new Sifted(List.copyOf(fresh.values()), churning);
    }

    private enum Meeting {
        NEW,
        CHANGED,
        RENAMED,
        /** Known by its name, and its text by another: an edit taken back, unless most of the document is like that. */
        SHUFFLED,
        KNOWN
    }

    private static Fresh item(String feed, ArticleDraft article) {
        long hash = ContentHash.of(article.words());
        return new Fresh(article, hash, textKey(feed, article, hash));
    }

    private Meeting meet(String feed, Fresh item, long now) {
        var key = feed + "|" + item.article().articleId();
        var before = store.get(key);
        if (before != null && before.hash() == item.hash()) {
            if (before.at() < now - REFRESHED.toMillis()) {
                mark(feed, item, now);
            }
            return Meeting.KNOWN;
        }
        boolean knownByText =
                item.textKey().filter(text -> store.get(text) != null).isPresent();
        if (before != null) {
            return knownByText ? Meeting.SHUFFLED : Meeting.CHANGED;
        }
        if (knownByText) {
            mark(feed, item, now);
            return Meeting.RENAMED;
        }
        return Meeting.NEW;
    }

    /** An item counts as seen from now on. */
    void mark(String feed, Fresh item, long now) {
        var seen = new SeenItem(item.hash(), now);
        store.put(feed + "|" + item.article().articleId(), seen);
        item.textKey().ifPresent(key -> store.put(key, seen));
    }

    /** Where an item is found by its text and time alone; a short text without a time says too little. */
    private static Optional<String> textKey(String feed, ArticleDraft article, long hash) {
        var published = article.published().date().map(FeedDate::instant);
        return article.body().length() < TELLING_LENGTH
                ? Optional.empty()
                : Optional.of("%s|=%016x%x"
                        .formatted(
                                feed, hash, published.map(Instant::toEpochMilli).orElse(0L)));
    }

    /** Publication time of the newest item of a document that does not lie ahead. */
    static Optional<Instant> newest(Fetched.Read read) {
        return read.articles().stream()
                .flatMap(article -> article.published().date().map(FeedDate::instant).stream())
                .filter(time -> !time.isAfter(read.at().plus(Duration.ofHours(1))))
                .max(Instant::compareTo);
    }

    /** Once a day forgets what a feed has not carried for long. */
    private void sweep(String feed, long now) {
        var mark = feed + "|" + SWEPT;
        var last = store.get(mark);
        if (last == null || last.at() < now - REFRESHED.toMillis()) {
            if (last != null) {
                keysOf(feed, now - KEPT.toMillis()).forEach(store::delete);
            }
            store.put(mark, new SeenItem(0, now));
        }
    }

    /** Forgets a feed. */
    void forget(String feed) {
        keysOf(feed, Long.MAX_VALUE).forEach(store::delete);
    }

    private List<String> keysOf(String feed, long seenBefore) {
        var keys = new ArrayList<String>();
        try (var range = store.range(feed + "|", feed + "}")) {
            range.forEachRemaining(entry -> {
                if (entry.value.at() < seenBefore) {
                    keys.add(entry.key);
                }
            });
        }
        return keys;
    }
}
