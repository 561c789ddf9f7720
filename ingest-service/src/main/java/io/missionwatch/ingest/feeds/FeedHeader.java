package io.missionwatch.ingest.feeds;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What a feed says of itself.
 *
 * @param title its title
 * @param link the page it belongs to; empty where none is given
 * @param id its id; empty where none is given
 * @param description what it is about
 * @param authors who makes it
 * @param rights who owns it
 * @param language BCP 47 tag; empty where none is given
 * @param updated when it was made or changed
 * @param categories what it files itself under
 * @param ttl how long it may be kept before asking again
 * @param hubs WebSub hubs that push its changes
 * @param self its own address as it gives it; empty where none is given
 * @param movedTo the address it says it moved to; empty where none is given
 */
public record FeedHeader(
        FeedText title,
        String link,
        String id,
        FeedText description,
        List<FeedPerson> authors,
        FeedText rights,
        String language,
        Optional<FeedDate> updated,
        List<String> categories,
        Optional<Duration> ttl,
        List<String> hubs,
        String self,
        String movedTo) {

    static final FeedHeader NONE = new FeedHeader(
            FeedText.NONE,
            "",
            "",
            FeedText.NONE,
            List.of(),
            FeedText.NONE,
            "",
            Optional.empty(),
            List.of(),
            Optional.empty(),
            List.of(),
            "",
            "");

    public FeedHeader {
        authors = List.copyOf(authors);
        categories = List.copyOf(categories);
        hubs = List.copyOf(hubs);
    }
}
