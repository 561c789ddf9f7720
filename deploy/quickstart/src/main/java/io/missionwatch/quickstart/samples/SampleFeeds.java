package io.missionwatch.quickstart.samples;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The documents of the sample outlets as they stand at a given instant. They depend on the start, the base address and
 * on which items have appeared, and on nothing else: the same instant gives the same bytes.
 */
public final class SampleFeeds {

    private static final String HTML = "text/html; charset=utf-8";
    private static final int RELATED = 3;

    private final Samples samples;
    private final Instant start;
    private final URI base;

    /** {@code base} is the address that feed and page links begin with, such as {@code http://127.0.0.1:8090/}. */
    public SampleFeeds(Samples samples, Instant start, URI base) {
        this.samples = samples;
        this.start = start.truncatedTo(ChronoUnit.SECONDS);
        this.base = base;
    }

    /** The address of the outlet's feed. */
    public URI address(Outlet outlet) {
        return base.resolve(outlet.feedPath());
    }

    /** The outlet's feed as of {@code now}. */
    public Document feed(Outlet outlet, Instant now) {
        var channel = channel(outlet, now);
        return Document.of(outlet.format().contentType(), write(channel), channel.changed());
    }

    /** What stands at the path as of {@code now}: a feed, a page of an item that has appeared, or nothing. */
    public Optional<Document> at(String path, Instant now) {
        for (var outlet : samples.outlets()) {
            if (path.equals(outlet.feedPath())) {
                return Optional.of(feed(outlet, now));
            }
            if (path.startsWith("/" + outlet.id() + "/")) {
                return page(outlet, path, now);
            }
        }
        return path.equals("/") ? Optional.of(index()) : Optional.empty();
    }

    private Optional<Document> page(Outlet outlet, String path, Instant now) {
        var channel = channel(outlet, now);
        if (path.equals(channel.home().getPath())) {
            return Optional.of(home(channel));
        }
        return channel.stories().stream()
                .filter(story -> story.page().getPath().equals(path))
                .findFirst()
                .map(story -> Document.of(
                        HTML, ArticlePage.write(channel, story, related(outlet, story)), max(start, story.updated())));
    }

    private Document home(Channel channel) {
        var links = channel.stories().stream()
                .map(story -> link(story.page(), story.title()))
                .collect(Collectors.joining());
        var alternate = "<link rel=\"alternate\" type=\"%s\" href=\"%s\">"
                .formatted(
                        channel.outlet().format().mediaType(),
                        Html.escape(channel.self().toString()));
        return Document.of(HTML, list(channel.outlet().name(), alternate, links), channel.changed());
    }

    private Document index() {
        var links = samples.outlets().stream()
                .map(outlet -> link(address(outlet), outlet.name()))
                .collect(Collectors.joining());
        return Document.of(HTML, list("Sample news", "", links), start);
    }

    private static String link(URI address, String text) {
        return "<li><a href=\"" + Html.escape(address.toString()) + "\">" + Html.escape(text) + "</a></li>\n";
    }

    private static String list(String title, String head, String links) {
        return "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>%1$s</title>%2$s</head>\n"
                .concat("<body><h1>%1$s</h1>\n<ul>\n%3$s</ul>\n</body></html>\n")
                .formatted(Html.escape(title), head, links);
    }

    private Channel channel(Outlet outlet, Instant now) {
        var visible = samples.visible(outlet, Duration.between(start, now));
        var changed = visible.stream().map(item -> start.plus(item.appears())).reduce(start, SampleFeeds::max);
        return new Channel(
                outlet, base.resolve("/" + outlet.id() + "/"), address(outlet), stories(outlet, visible), changed);
    }

    /** Older items that were there from the start, so that a page never changes but by its own revision. */
    private List<Story> related(Outlet outlet, Story story) {
        var fromTheStart = samples.visible(outlet, Duration.ZERO);
        return stories(outlet, fromTheStart).stream()
                .filter(other -> other.published().isBefore(story.published()))
                .limit(RELATED)
                .toList();
    }

    private List<Story> stories(Outlet outlet, List<SampleItem> items) {
        return items.stream().map(item -> Story.of(item, outlet, start, base)).toList();
    }

    private static String write(Channel channel) {
        return switch (channel.outlet().format()) {
            case RSS_2_0 -> RssFeed.write(channel);
            case RSS_1_0 -> RdfFeed.write(channel);
            case ATOM_1_0 -> AtomFeed.write(channel);
            case JSON_FEED_1_1 -> JsonFeed.write(channel);
        };
    }

    private static Instant max(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
