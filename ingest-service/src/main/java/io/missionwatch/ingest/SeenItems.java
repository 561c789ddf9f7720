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
import java.util.Map;
import java.util.Optional;
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
    private final ArticleAliases aliases;

    SeenItems(KeyValueStore<String, SeenItem> store, ArticleAliases aliases) {
        this.store = store;
        this.aliases = aliases;
    }

    /**
     * What is left of a document.
     *
     * @param fresh items that are new, changed or without their pages, in the order of the document
     * @param churning most items were known under other names
     */
    record Sifted(List<Fresh> fresh, boolean churning) {

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
                case UNKNOWN_AND_GONE -> {} // What nobody has read cannot be taken back.
                case NEW -> fresh.putIfAbsent(item.textKey().orElse(item.name()), item);
                case CHANGED, WITHOUT_PAGE -> fresh.put(item.name(), item);
                case SHUFFLED -> shuffled.add(item);
                case RENAMED -> {
                    renamed++;
                    rename(feed, item, now, fresh);
                }
                case KNOWN -> {
                    if (met.at() < now - REFRESHED.toMillis()) {
                        markKnown(feed, item, now);
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
                markKnown(feed, item, now);
            } else {
                fresh.put(item.name(), item);
            }
        }
        return new Sifted(List.copyOf(fresh.values()), churning);
    }

    private void rename(String feed, Fresh item, long now, Map<String, Fresh> fresh) {
        if (item.isAgain()) {
            fresh.put(item.name(), item);
        } else {
            markKnown(feed, item, now);
        }
    }

    private enum Meeting {
        NEW,
        CHANGED,
        /** Taken back by its publisher, and not known. */
        UNKNOWN_AND_GONE,
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
        boolean isGone = article.isWithdrawn() && byName.isEmpty();
        var usual = same ? sameAsBefore(item) : meeting(byName.isPresent(), byText.isPresent());
        return new Met(
                item,
                isGone ? Meeting.UNKNOWN_AND_GONE : usual,
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
     * The article that an item is from now on, whatever its page says of itself later.
     *
     * @return what is to be written; empty where the whole text is, and may be had again soon: a teaser takes nothing back
     */
    Optional<ArticleDraft> settle(String feed, Fresh item, long now) {
        var id = item.known().or(() -> aliases.known(item.article())).orElse(item.name());
        boolean isWhole = item.known().isPresent() && (aliases.hasPage(item.name()) || aliases.hasPage(id));
        var settled = aliases.learn(item.article(), id, now);
        mark(feed, item, id, item.wantsPageAgain() ? item.tries() : 0, now);
        return item.wantsPageAgain() && isWhole ? Optional.empty() : Optional.of(settled);
    }

    private void mark(String feed, Fresh item, String articleId, int pageTries, long now) {
        var seen = new SeenItem(item.hash(), now, Optional.of(articleId), pageTries);
        store.put(feed + "|" + item.name(), seen);
        item.textKey().ifPresent(key -> store.put(key, seen));
    }

    private void markKnown(String feed, Fresh item, long now) {
        mark(feed, item, item.knownId(), 0, now);
        aliases.keep(item.name(), now);
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
                keysOf(feed, now - KEPT.toMillis()).forEach(store::delete);
            }
            store.put(mark, new SeenItem(0, now, Optional.empty()));
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
