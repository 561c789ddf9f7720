package io.missionwatch.ingest;

import io.missionwatch.ingest.articles.ArticleDraft;
import java.util.Optional;

/**
 * An item that is new or changed, or whose page is still wanted.
 *
 * @param carried the article as the feed has it
 * @param article the same with its page, where that is read
 * @param known the id of the article that it is already; empty for a new one
 * @param hash of what it says in the feed
 * @param textKey where its text is found again under another name; empty where the text says too little
 * @param pageTries how often its page has been asked for in vain before, and is still wanted
 */
record Fresh(
        ArticleDraft carried,
        ArticleDraft article,
        Optional<String> known,
        long hash,
        Optional<String> textKey,
        int pageTries) {

    private static final int MOST_PAGE_TRIES = 4;

    Fresh with(ArticleDraft other) {
        return new Fresh(carried, other, known, hash, textKey, pageTries);
    }

    /** Whether its page was wanted before. */
    boolean isAgain() {
        return pageTries > 0;
    }

    /** Whether its page is worth another try with the next document. */
    boolean wantsPageAgain() {
        return article.text().isForNow() && tries() < MOST_PAGE_TRIES;
    }

    /** How often its page has been asked for in vain by now; all that could not be asked for counts once. */
    int tries() {
        return article.text() == ArticleDraft.Text.FEED_UNASKED ? Math.max(1, pageTries) : pageTries + 1;
    }

    /** What the feed calls it. */
    String name() {
        return carried.articleId();
    }

    /** The id of the article as it is known already, else by its name in the feed. */
    String knownId() {
        return known.orElse(name());
    }
}
