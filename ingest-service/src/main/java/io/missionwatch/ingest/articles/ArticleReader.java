package io.missionwatch.ingest.articles;

import io.missionwatch.ingest.articles.ArticleDraft.Text;
import io.missionwatch.ingest.feeds.FeedEntry;
import io.missionwatch.ingest.feeds.FeedPerson;
import io.missionwatch.ingest.feeds.FeedText;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Makes an article of what a feed's item says. */
public final class ArticleReader {

    /** The most bytes of a body, in UTF-8. */
    public static final int LONGEST_BODY = 512 * 1024;

    private static final int LONGEST_SUMMARY = 8_000;
    private static final int LONGEST_TITLE = 1_000;
    private static final Pattern TAIL =
            Pattern.compile("(?:\\n|^)(?:The post .{1,300} (?:first )?appeared (?:first )?on .{1,200}"
                    + "|(?:Continue reading|Read more|Read the full (?:story|article))\\b.{0,200})\\s*$");

    private ArticleReader() {}

    /**
     * Where an item was read.
     *
     * @param feedId the feed's id
     * @param outlet the outlet that the feed is of
     * @param language the feed's language; empty where not known
     * @param fetchedAt when it was fetched
     */
    public record Origin(String feedId, String outlet, String language, Instant fetchedAt) {}

    /** The article of an item; empty where the item says nothing. */
    public static Optional<ArticleDraft> read(FeedEntry entry, Origin origin) {
        if (!entry.saysSomething()) {
            return Optional.empty();
        }
        var summary = withoutTail(entry.summary().asPlainText());
        var longest = longest(entry.contents());
        var text = longest.isEmpty() ? summary : longest;
        var body = capped(text, LONGEST_BODY);
        var title = cut(entry.title().asOneLine(), LONGEST_TITLE);
        var link = PageLink.of(entry.link());
        var authors = entry.authors().stream()
                .map(FeedPerson::name)
                .distinct()
                .limit(50)
                .toList();
        return Optional.of(new ArticleDraft(
                identity(entry, origin, link, title, body),
                link.map(PageLink::shown).orElse(""),
                title,
                cut(summary, LONGEST_SUMMARY),
                body,
                body.length() < text.length(),
                Text.FEED,
                Optional.empty(),
                entry.language().isEmpty() ? origin.language() : entry.language(),
                authors,
                entry.categories(),
                Published.byFeed(entry.published().or(entry::updated)),
                origin.fetchedAt(),
                CreditLine.in(body, authors),
                Optional.empty()));
    }

    /** What is left of an article whose item is canceled; empty where the item does not name it. */
    public static Optional<ArticleDraft> withdrawn(FeedEntry entry, Origin origin) {
        var link = PageLink.of(entry.link());
        if (link.isEmpty() && entry.id().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new ArticleDraft(
                identity(entry, origin, link, "", ""),
                link.map(PageLink::shown).orElse(""),
                ArticleDraft.WITHDRAWN,
                "",
                "",
                false,
                Text.FEED,
                Optional.empty(),
                entry.language().isEmpty() ? origin.language() : entry.language(),
                List.of(),
                List.of(),
                Published.byFeed(entry.published().or(entry::updated)),
                origin.fetchedAt(),
                Optional.empty(),
                Optional.empty()));
    }

    private static String identity(FeedEntry entry, Origin origin, Optional<PageLink> link, String title, String body) {
        var story = link.filter(page -> !page.isFrontPage());
        if (story.isPresent()) {
            return ArticleId.ofLink(origin.outlet(), story.get());
        }
        return entry.id().isEmpty()
                ? ArticleId.ofText(origin.outlet(), title, body)
                : ArticleId.ofGuid(origin.feedId(), entry.id());
    }

    private static String longest(List<FeedText> contents) {
        return contents.stream()
                .map(FeedText::asPlainText)
                .max(Comparator.comparingInt(String::length))
                .map(ArticleReader::withoutTail)
                .orElse("");
    }

    private static String withoutTail(String text) {
        return TAIL.matcher(text).replaceFirst("").strip();
    }

    private static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most);
    }

    /** The beginning of a text that fits into a number of bytes, whole characters only. */
    public static String capped(String text, int bytes) {
        if (text.length() * 3L <= bytes || text.getBytes(StandardCharsets.UTF_8).length <= bytes) {
            return text;
        }
        var cut = new String(text.getBytes(StandardCharsets.UTF_8), 0, bytes, StandardCharsets.UTF_8);
        int end = cut.length();
        while (end > 0 && cut.charAt(end - 1) == '\uFFFD') {
            end--;
        }
        return cut.substring(0, end);
    }
}
