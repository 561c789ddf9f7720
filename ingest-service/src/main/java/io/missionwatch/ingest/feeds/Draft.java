package io.missionwatch.ingest.feeds;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Collects what the elements of a feed, or of one of its items, say, until all of them have been read. */
final class Draft {

    private static final int MOST_AUTHORS = 50;
    private static final int MOST_CATEGORIES = 100;
    private static final int LONGEST_CATEGORY = 300;

    final Best<FeedText> title = new Best<>();
    final Best<String> link = new Best<>();
    final Best<String> id = new Best<>();
    final Best<FeedText> summary = new Best<>();
    final List<FeedText> contents = new ArrayList<>();
    final Best<FeedText> rights = new Best<>();
    final Best<String> language = new Best<>();
    final Best<FeedDate> published = new Best<>();
    final Best<FeedDate> updated = new Best<>();
    final Best<String> source = new Best<>();
    final Best<Duration> ttl = new Best<>();
    final Best<String> self = new Best<>();
    final Best<String> movedTo = new Best<>();
    final Set<String> hubs = new LinkedHashSet<>();

    private final List<FeedPerson> authors = new ArrayList<>();
    private final Set<String> categories = new LinkedHashSet<>();
    private Release release = Release.FREE;
    boolean hasDescription;
    private int authorRank = Integer.MAX_VALUE;

    void author(int rank, FeedPerson person) {
        if (person.written().isEmpty() || rank > authorRank) {
            return;
        }
        if (rank < authorRank) {
            authors.clear();
            authorRank = rank;
        }
        if (authors.size() < MOST_AUTHORS && !authors.contains(person)) {
            authors.add(person);
        }
    }

    void category(String term) {
        if (categories.size() < MOST_CATEGORIES && !term.isBlank()) {
            categories.add(term.substring(0, Math.min(LONGEST_CATEGORY, term.length()))
                    .replaceAll("\\s+", " ")
                    .strip());
        }
    }

    void text(Best<FeedText> slot, int rank, FeedText text) {
        if (!text.isEmpty()) {
            slot.offer(rank, text);
        }
    }

    void word(Best<String> slot, int rank, String word) {
        var clean = word.strip();
        if (!clean.isEmpty()) {
            slot.offer(rank, clean);
        }
    }

    void date(Best<FeedDate> slot, int rank, String text) {
        FeedDate.parse(text).ifPresent(date -> slot.offer(rank, date));
    }

    void content(FeedText text) {
        if (!text.isEmpty() && contents.size() < 20) {
            contents.add(text);
        }
    }

    void release(Release word) {
        release = release.and(word);
    }

    FeedEntry entry() {
        return new FeedEntry(
                id.orElse(""),
                link.orElse(""),
                title.orElse(FeedText.NONE),
                summary.orElse(FeedText.NONE),
                contents,
                authors,
                published.get(),
                updated.get(),
                List.copyOf(categories),
                language.orElse("").replace('_', '-'),
                source.orElse(""),
                rights.orElse(FeedText.NONE),
                release);
    }

    FeedHeader header(Optional<String> headerLanguage) {
        headerLanguage.ifPresent(tag -> word(language, 9, tag));
        return new FeedHeader(
                title.orElse(FeedText.NONE),
                link.orElse(""),
                id.orElse(""),
                summary.orElse(FeedText.NONE),
                authors,
                rights.orElse(FeedText.NONE),
                language.orElse("").replace('_', '-'),
                updated.get().or(published::get),
                List.copyOf(categories),
                ttl.get(),
                List.copyOf(hubs),
                self.orElse(""),
                movedTo.orElse(""));
    }
}
