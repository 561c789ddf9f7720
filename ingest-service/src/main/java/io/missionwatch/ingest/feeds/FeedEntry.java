package io.missionwatch.ingest.feeds;

import java.util.List;
import java.util.Optional;

/**
 * An item of a feed, as it stands there.
 *
 * @param id the GUID or id; empty where none is given
 * @param link the address of the page; empty where none is given
 * @param title its title
 * @param summary its teaser
 * @param contents its text, usually one or none
 * @param authors who wrote it
 * @param published when it was published
 * @param updated when it was changed last
 * @param categories what it is filed under
 * @param language BCP 47 tag; empty where none is given
 * @param source the outlet that an aggregating feed took it from; empty where none is given
 * @param rights who owns it
 * @param release whether it may be used
 */
public record FeedEntry(
        String id,
        String link,
        FeedText title,
        FeedText summary,
        List<FeedText> contents,
        List<FeedPerson> authors,
        Optional<FeedDate> published,
        Optional<FeedDate> updated,
        List<String> categories,
        String language,
        String source,
        FeedText rights,
        Release release) {

    public FeedEntry {
        contents = List.copyOf(contents);
        authors = List.copyOf(authors);
        categories = List.copyOf(categories);
    }

    /** Whether there is anything to make an article from. */
    public boolean saysSomething() {
        return !title.isEmpty() || !summary.isEmpty() || contents.stream().anyMatch(text -> !text.isEmpty());
    }
}
