package io.missionwatch.ingest.doors;

import io.missionwatch.schema.Article;
import java.util.List;

/** Takes articles for {@code news.submissions}. */
interface Submissions {

    /** How taking articles went, all of them or none. */
    enum Outcome {
        /** All are safe. */
        WRITTEN,
        /** Too much is under way; nothing is promised, and all may be sent again later. */
        BUSY,
        /** Kafka did not take all of them; nothing is promised, and all may be sent again. */
        FAILED
    }

    /**
     * Writes articles and answers when all in-sync copies have them.
     *
     * @param trace W3C trace parent of the request; empty for a new trace
     */
    Outcome write(List<Article> articles, String trace);
}
