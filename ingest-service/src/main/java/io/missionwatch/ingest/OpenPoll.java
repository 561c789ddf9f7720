package io.missionwatch.ingest;

import io.missionwatch.ingest.articles.ArticleDraft;
import io.missionwatch.ingest.feeds.FeedSource;
import io.missionwatch.ingest.polling.Fetched;
import io.missionwatch.ingest.polling.PageFetch;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;

/**
 * A poll whose document has been read and some of whose items still want their pages. Its feed's new state is not written
 * before all items are, so that whatever is lost on the way is fetched again.
 */
final class OpenPoll {

    private static final int PAGES_AT_ONCE = 5;
    private static final int MOST_PAGES = 100;

    private final String key;
    private final FeedSource feed;
    private final Fetched.Read read;
    private final SeenItems.Sifted sifted;
    private final List<Fresh> ready = new ArrayList<>();
    private final Deque<Fresh> wanting = new ArrayDeque<>();
    private boolean wantsPagesAgain;

    OpenPoll(String key, FeedSource feed, Fetched.Read read, SeenItems.Sifted sifted) {
        this.key = key;
        this.feed = feed;
        this.read = read;
        this.sifted = sifted;
        sifted.fresh().stream()
                .filter(item -> !PageFetch.wantsPage(feed, item.article()))
                .forEach(ready::add);
        sifted.fresh().stream()
                .filter(item -> PageFetch.wantsPage(feed, item.article()))
                .sorted(Comparator.comparing(Fresh::isAgain))
                .forEach(this::want);
    }

    /** News comes before what is asked for again; that can wait for the next poll, and stays as it is till then. */
    private void want(Fresh item) {
        if (wanting.size() < MOST_PAGES) {
            wanting.add(item);
        } else if (item.isAgain()) {
            wantsPagesAgain = true;
        } else {
            ready.add(item.with(item.article().withoutPage()));
        }
    }

    String key() {
        return key;
    }

    FeedSource feed() {
        return feed;
    }

    Fetched.Read read() {
        return read;
    }

    SeenItems.Sifted sifted() {
        return sifted;
    }

    /** The items that want no page. */
    List<Fresh> ready() {
        return ready;
    }

    boolean isDone() {
        return wanting.isEmpty();
    }

    /** The articles whose pages are read next. */
    List<ArticleDraft> next() {
        return wanting.stream().limit(PAGES_AT_ONCE).map(Fresh::article).toList();
    }

    /** The items whose pages have been read, with their text; they want nothing more. */
    List<Fresh> completed(List<ArticleDraft> articles) {
        var completed = new ArrayList<Fresh>();
        for (var article : articles) {
            var item = wanting.remove().with(article);
            completed.add(item);
            wantsPagesAgain |= item.wantsPageAgain();
        }
        return completed;
    }

    /** Whether the next document is to be read even if it is this one again, for the pages that could not be had. */
    boolean wantsPagesAgain() {
        return wantsPagesAgain;
    }
}
