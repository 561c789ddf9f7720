package io.missionwatch.ingest.submissions;

import io.missionwatch.ingest.articles.ArticleId;
import io.missionwatch.ingest.articles.ArticleReader;
import io.missionwatch.ingest.articles.PageLink;
import io.missionwatch.ingest.articles.Published;
import io.missionwatch.ingest.feeds.FeedSource;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An article that somebody pushed, instead of a feed that carried it.
 *
 * @param id the sender's own, unique among those of the outlet; empty where outlet and address, or the text, are to identify it
 * @param outlet who published it
 * @param source what is known of the outlet
 * @param link the address of its page
 * @param words what readers see of it
 * @param language BCP 47 tag; empty where not known
 * @param authors who wrote it
 * @param categories the publisher's own
 * @param published when it was published
 * @param fetchedAt when an archive fetched it; empty where it comes from who has it now
 * @param quality how sure the reading of its page is, where its text was read from one
 * @param backfill brought in from the past: alerts from it are exercises
 */
public record Submission(
        Optional<String> id,
        String outlet,
        Source source,
        Optional<PageLink> link,
        Words words,
        String language,
        List<String> authors,
        List<String> categories,
        Published published,
        Optional<Instant> fetchedAt,
        Optional<Double> quality,
        boolean backfill) {

    private static final int MOST_NAMES = 50;
    private static final int LONGEST_NAME = 200;

    public Submission {
        authors = bounded(authors);
        categories = bounded(categories);
    }

    /**
     * What is known of an outlet.
     *
     * @param kind the kind of outlet
     * @param reliability a letter of the Admiralty scale
     * @param homeCountry ISO 3166-1 alpha-2 code; empty where not given
     */
    public record Source(FeedSource.Kind kind, FeedSource.Reliability reliability, String homeCountry) {

        /** An outlet that nobody judged. */
        public static final Source UNKNOWN = new Source(FeedSource.Kind.OTHER, FeedSource.Reliability.F, "");
    }

    /**
     * What readers see of an article, each part cut where it is longer than any article's.
     *
     * @param title empty where it has none
     * @param summary empty where it has none
     * @param body paragraphs separated by a newline
     * @param truncated the body was cut
     */
    public record Words(String title, String summary, String body, boolean truncated) {

        private static final int LONGEST_TITLE = 1_000;
        private static final int LONGEST_SUMMARY = 8_000;

        /** Of texts as they came. */
        public static Words of(String title, String summary, String body) {
            var plain = plain(body);
            var capped = ArticleReader.capped(plain, ArticleReader.LONGEST_BODY);
            return new Words(
                    cut(plain(title).replace('\n', ' '), LONGEST_TITLE),
                    cut(plain(summary), LONGEST_SUMMARY),
                    capped,
                    capped.length() < plain.length());
        }

        // Control characters steer terminals and break formats; none of them is text.
        private static String plain(String text) {
            return text.replaceAll("\\r\\n?", "\n")
                    .replaceAll("[\\p{Cc}&&[^\\n\\t]]", "")
                    .strip();
        }
    }

    /**
     * The same as an archive has it.
     *
     * @param fetched when the archive fetched it
     * @param lastModified what the server then said of its age
     */
    public Submission archived(Instant fetched, Optional<String> lastModified) {
        return new Submission(
                id,
                outlet,
                source,
                link,
                words,
                language,
                authors,
                categories,
                published.or(Published.byHeader(lastModified, fetched), fetched),
                Optional.of(fetched),
                quality,
                backfill);
    }

    /** Who it is, the same whenever and through whichever door it comes. */
    public String articleId() {
        return id.map(own -> ArticleId.ofSender(outlet, own))
                .orElseGet(() -> link.filter(page -> !page.isFrontPage())
                        .map(page -> ArticleId.ofLink(outlet, page))
                        .orElseGet(() -> ArticleId.ofText(outlet, words.title(), words.body())));
    }

    private static List<String> bounded(List<String> names) {
        return names.stream()
                .map(name -> cut(name.replaceAll("\\p{Cc}+", " ").strip(), LONGEST_NAME))
                .filter(name -> !name.isEmpty())
                .distinct()
                .limit(MOST_NAMES)
                .toList();
    }

    private static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most);
    }
}
