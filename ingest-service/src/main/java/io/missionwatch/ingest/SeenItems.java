package io.missionwatch.ingest;

import io.missionwatch.ingest.StateSerdes.SeenItem;
import io.missionwatch.ingest.articles.ArticleDraft;
import io.missionwatch.ingest.articles.ArticleId;
import io.missionwatch.ingest.articles.ContentHash;
import io.missionwatch.ingest.feeds.FeedDate;
import io.missionwatch.ingest.polling.Fetched;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * The items that feeds have carried, and which article each is: sifts a document for those that are new, changed or still
 * without their pages, and notices a feed that gives the same items new names at every poll.
 */
final class SeenItems {

    private static final Duration KEPT = Duration.ofDays(45);
    private static final Duration REFRESHED = Duration.ofDays(1);
    private static final int TELLING_LENGTH = 200;
    private static final int FEWEST_TO_CHURN = 5;
    private static final String SWEPT = "~swept";

    private final KeyValueStore<String, SeenItem> store;
    private final Duration pagesKept;

    /**
     * The items of a store.
     *
     * @param articlesKept how long an article is known; the address that its page calls its own is nobody else's as long
     */
    SeenItems(KeyValueStore<String, SeenItem> store, Duration articlesKept) {
        this.store = store;
        this.pagesKept = articlesKept.compareTo(KEPT) > 0 ? articlesKept : KEPT;
    }

    /**
     * What is left of a document.
     *
     * @param fresh items that are new, changed or without their pages, in the order of the document
     * @param names what the feed calls its items, these and all others
     * @param churning most items were known under other names
     */
    record Sifted(List<Fresh> fresh, Set<String> names, boolean churning) {

        /** Whether the page of a new item calls itself by the name of another item. */
        boolean isClaim(Fresh item) {
            var id = item.article().articleId();
            return item.known().isEmpty() && !id.equals(item.name()) && names.contains(id);
        }

        /** How many items are new or changed; those whose pages are still wanted are neither. */
        int news() {
            return (int) fresh.stream().filter(item -> !item.isAgain()).count();
        }
    }

    /** The items of a document that there is something to do for; each counts as seen once it is settled. */
    Sifted sift(String feed, Fetched.Read read) {
        long now = read.at().toEpochMilli();
        var fresh = new LinkedHashMap<String, Fresh>();
        var shuffled = new ArrayList<Fresh>();
        int renamed = 0;
        for (var article : read.articles()) {
            var met = meet(feed, article);
            var item = met.item();
            switch (met.meeting()) {
                case NEW -> fresh.putIfAbsent(item.textKey().orElse(item.name()), item);
                case CHANGED, WITHOUT_PAGE -> fresh.put(item.name(), item);
                case SHUFFLED -> shuffled.add(item);
                case RENAMED -> {
                    renamed++;
                    rename(feed, item, now, fresh);
                }
                case KNOWN -> {
                    if (met.at() < now - REFRESHED.toMillis()) {
                        mark(feed, item, item.asKnown(), now);
                    }
                }
            }
        }
        sweep(feed, now);
        int moved = renamed + shuffled.size();
        boolean churning =
                moved >= FEWEST_TO_CHURN && moved * 2 > read.articles().size();
        for (var item : shuffled) {
            if (churning) {
                mark(feed, item, item.asKnown(), now);
            } else {
                fresh.put(item.name(), item);
            }
        }
        var names = read.articles().stream().map(ArticleDraft::articleId).collect(Collectors.toUnmodifiableSet());
        return new Sifted(List.copyOf(fresh.values()), names, churning);
    }

    private void rename(String feed, Fresh item, long now, Map<String, Fresh> fresh) {
        if (item.isAgain()) {
            fresh.put(item.name(), item);
        } else {
            mark(feed, item, item.asKnown(), now);
        }
    }

    private enum Meeting {
        NEW,
        CHANGED,
        /** Known by its text alone. */
        RENAMED,
        /** Known by its name, and its text by another: an edit taken back, unless most of the document is like that. */
        SHUFFLED,
        /** Known, but for its page. */
        WITHOUT_PAGE,
        KNOWN
    }

    /** An item, how it is known, and since when. */
    private record Met(Fresh item, Meeting meeting, long at) {}

    private Met meet(String feed, ArticleDraft article) {
        long hash = ContentHash.of(article.words());
        var textKey = textKey(feed, article, hash);
        var byName = Optional.ofNullable(store.get(feed + "|" + article.articleId()));
        boolean same = byName.filter(before -> before.hash() == hash).isPresent();
        var byText = same ? Optional.<SeenItem>empty() : textKey.map(store::get);
        var before = byName.or(() -> byText);
        var known = before.map(seen -> seen.articleId().orElse(article.articleId()));
        int tries = before.map(SeenItem::pageTries).orElse(0);
        var item = new Fresh(article, article, known, hash, textKey, tries);
        return new Met(
                item,
                same ? sameAsBefore(item) : meeting(byName.isPresent(), byText.isPresent()),
                before.map(SeenItem::at).orElse(0L));
    }

    private static Meeting sameAsBefore(Fresh item) {
        return item.isAgain() ? Meeting.WITHOUT_PAGE : Meeting.KNOWN;
    }

    private static Meeting meeting(boolean byName, boolean byText) {
        if (byName) {
            return byText ? Meeting.SHUFFLED : Meeting.CHANGED;
        }
        return byText ? Meeting.RENAMED : Meeting.NEW;
    }

    /**
     * The article that an item is from now on, whatever its page says of itself later. A new one goes by the address that
     * its page calls its own, unless that is the name of another item or what the page of one with another text has called
     * its own before; and where one that is still here goes by its name, by a name that is made for it.
     *
     * @param document where it stands; {@linkplain Sifted#isClaim claims} on names in it are settled after the names
     * @return what is to be written; empty where the whole text is, and may be had again soon: a teaser takes nothing back
     */
    Optional<ArticleDraft> settle(String feed, Sifted document, Fresh item, long now) {
        var settled = settled(feed, document, item);
        mark(feed, item, settled, now);
        if (item.wantsPageAgain()) {
            var wanting = new SeenItem(item.hash(), now, Optional.of(settled.articleId()), item.tries());
            store.put(feed + "|" + item.name(), wanting);
            item.textKey().ifPresent(key -> store.put(key, wanting));
            boolean isWhole = item.known().isPresent() && store.get(pageKey(feed, settled.articleId())) != null;
            return isWhole ? Optional.empty() : Optional.of(settled);
        }
        if (settled.text() == ArticleDraft.Text.PAGE) {
            var page = new SeenItem(ContentHash.of(settled.body()), now, Optional.of(item.name()));
            store.put(pageKey(feed, settled.articleId()), page);
        }
        return Optional.of(settled);
    }

    private ArticleDraft settled(String feed, Sifted document, Fresh item) {
        var own = item.asKnown();
        if (item.known().isPresent()) {
            return own;
        }
        if (isFree(feed, document, item, item.article().articleId())) {
            return item.article();
        }
        return isFree(feed, document, item, own.articleId())
                ? own
                : own.named(ArticleId.ofGuid(feed, own.articleId()), own.url());
    }

    private boolean isFree(String feed, Sifted document, Fresh item, String id) {
        var page = Optional.ofNullable(store.get(pageKey(feed, id)));
        long text = ContentHash.of(item.article().body());
        if (page.filter(same -> same.hash() == text).isPresent()) {
            return true;
        }
        if (!id.equals(item.name())) {
            return page.isEmpty() && store.get(feed + "|" + id) == null;
        }
        return page.flatMap(SeenItem::articleId)
                .filter(holder -> !holder.equals(id) && document.names().contains(holder))
                .isEmpty();
    }

    private static String pageKey(String feed, String articleId) {
        return feed + "|@" + articleId;
    }

    private void mark(String feed, Fresh item, ArticleDraft article, long now) {
        var seen = new SeenItem(item.hash(), now, Optional.of(article.articleId()));
        store.put(feed + "|" + item.name(), seen);
        item.textKey().ifPresent(key -> store.put(key, seen));
        var pageKey = pageKey(feed, article.articleId());
        Optional.ofNullable(store.get(pageKey))
                .ifPresent(page -> store.put(pageKey, new SeenItem(page.hash(), now, page.articleId())));
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

    /** Once a day forgets what a feed has not carried for long. */
    private void sweep(String feed, long now) {
        var mark = feed + "|" + SWEPT;
        var last = store.get(mark);
        if (last == null || last.at() < now - REFRESHED.toMillis()) {
            if (last != null) {
                var pages = pageKey(feed, "");
                keysOf(feed, key -> now - (key.startsWith(pages) ? pagesKept : KEPT).toMillis())
                        .forEach(store::delete);
            }
            store.put(mark, new SeenItem(0, now, Optional.empty()));
        }
    }

    /** Forgets a feed. */
    void forget(String feed) {
        keysOf(feed, key -> Long.MAX_VALUE).forEach(store::delete);
    }

    private List<String> keysOf(String feed, ToLongFunction<String> seenBefore) {
        var keys = new ArrayList<String>();
        try (var range = store.range(feed + "|", feed + "}")) {
            range.forEachRemaining(entry -> {
                if (entry.value.at() < seenBefore.applyAsLong(entry.key)) {
                    keys.add(entry.key);
                }
            });
        }
        return keys;
    }
}
