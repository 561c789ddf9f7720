package io.missionwatch.ingest.polling;

import com.dynatrace.hash4j.hashing.Hashing;
import io.missionwatch.ingest.articles.ArticleReader;
import io.missionwatch.ingest.feeds.FeedDocument;
import io.missionwatch.ingest.feeds.FeedParser;
import io.missionwatch.ingest.feeds.FeedSource;
import io.missionwatch.ingest.feeds.ParsedFeed;
import io.missionwatch.ingest.feeds.ParsedFeed.Reading;
import io.missionwatch.ingest.polling.Fetched.Unread;
import io.missionwatch.ingest.polling.PollSchedule.Failure;
import io.missionwatch.ingest.web.LinkHeader;
import io.missionwatch.ingest.web.WebAnswer;
import io.missionwatch.ingest.web.WebRequest;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gets a feed and reads it into articles: all the work of a poll that needs no state. Used by many threads. */
public final class FeedFetch {

    private static final Logger LOG = LoggerFactory.getLogger(FeedFetch.class);

    private final Function<WebRequest, WebAnswer> web;
    private final FeedParser parser;
    private final Clock clock;

    /** A fetch over a web client. */
    public FeedFetch(Function<WebRequest, WebAnswer> web, FeedParser parser, Clock clock) {
        this.web = web;
        this.parser = parser;
        this.clock = clock;
    }

    /** Polls a feed; whatever goes wrong is a result too. */
    public Fetched fetch(FeedSource feed, FeedState state) {
        try {
            return poll(feed, state);
        } catch (RuntimeException | StackOverflowError e) {
            // A document that breaks the reader must not take its feed out of the round.
            LOG.error("Feed broke the reader feed={}", feed.id(), e);
            var failure = new Failure(PollOutcome.UNREADABLE, "the document breaks the reader; see the log", 0);
            return new Unread(clock.instant(), failure, Optional.empty());
        }
    }

    private Fetched poll(FeedSource feed, FeedState state) {
        var address = URI.create(state.effectiveUrl());
        var answer = web.apply(WebRequest.feed(address, state.ifNoneMatch(), state.ifModifiedSince()));
        if (answer instanceof WebAnswer.Document document) {
            return read(feed, state, document, clock.instant());
        }
        if (answer instanceof WebAnswer.NotModified same) {
            return new Fetched.Unchanged(clock.instant(), same.movedTo());
        }
        var failed = (WebAnswer.Failed) answer;
        var failure = new Failure(outcomeOf(failed.problem()), failed.message(), failed.status());
        return new Unread(clock.instant(), failure, failed.retryAfter());
    }

    private Fetched read(FeedSource feed, FeedState state, WebAnswer.Document document, Instant now) {
        long hash = Hashing.komihash5_0().hashBytesToLong(document.body());
        if (hash == state.document() && state.outcome().isSuccess()) {
            return new Fetched.Unchanged(now, document.movedTo());
        }
        var headers = document.headers();
        var parsed = parser.parse(new FeedDocument(
                document.body(), headers.contentType(), headers.contentLanguage(), Optional.of(document.address())));
        if (!parsed.reading().isFeed()) {
            return new Unread(now, failure(parsed.reading()), Optional.empty());
        }
        var language = feed.language().isEmpty() ? parsed.header().language() : feed.language();
        var origin = new ArticleReader.Origin(feed.id(), feed.outlet(), language, now);
        var articles = new DocumentArticles(origin, new ItemFilter(feed));
        var marks = new Fetched.Marks(
                headers.etag().orElse(""), headers.lastModified().orElse(""), hash, push(parsed, document));
        return new Fetched.Read(
                now,
                outcomeOf(parsed),
                articles.of(parsed),
                articles.isToBeReadAgain(parsed) ? marks.forgotten() : marks,
                document.movedTo());
    }

    private static FeedState.Push push(ParsedFeed parsed, WebAnswer.Document document) {
        // What the document says goes before its Link headers.
        var links = document.headers().links();
        var self = isAddress(parsed.header().self())
                ? parsed.header().self()
                : LinkHeader.target(links, "self").orElse("");
        return Stream.concat(parsed.header().hubs().stream(), LinkHeader.target(links, "hub").stream())
                .filter(FeedFetch::isAddress)
                .findFirst()
                .map(hub -> new FeedState.Push(
                        hub, isAddress(self) ? self : document.address().toString()))
                .orElse(FeedState.Push.NONE);
    }

    private static boolean isAddress(String text) {
        try {
            var address = URI.create(text);
            return address.getHost() != null && Set.of("http", "https").contains(address.getScheme());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static PollOutcome outcomeOf(ParsedFeed parsed) {
        return switch (parsed.reading()) {
            case NO_ENTRIES -> PollOutcome.EMPTY;
            case TOO_MANY_ENTRIES -> PollOutcome.TOO_MANY_ITEMS;
            case OK, EMPTY_BODY, HTML_PAGE, SITEMAP_INDEX, NOT_A_FEED, MALFORMED -> PollOutcome.OK;
        };
    }

    private static Failure failure(Reading reading) {
        return switch (reading) {
            case EMPTY_BODY -> new Failure(PollOutcome.EMPTY_BODY, "the answer has no body", 200);
            case HTML_PAGE -> new Failure(PollOutcome.NOT_A_FEED, "the document is a web page", 200);
            case SITEMAP_INDEX ->
                new Failure(
                        PollOutcome.NOT_A_FEED,
                        "the document is a list of sitemaps; add those that 'feeds parse' shows in it",
                        200);
            case MALFORMED -> new Failure(PollOutcome.UNREADABLE, "the document is broken", 200);
            case OK, NO_ENTRIES, TOO_MANY_ENTRIES, NOT_A_FEED ->
                new Failure(PollOutcome.NOT_A_FEED, "the document is no feed", 200);
        };
    }

    private static PollOutcome outcomeOf(WebAnswer.Problem problem) {
        return switch (problem) {
            case TIMEOUT -> PollOutcome.TIMEOUT;
            case UNREACHABLE -> PollOutcome.UNREACHABLE;
            case FORBIDDEN_ADDRESS -> PollOutcome.FORBIDDEN_ADDRESS;
            case REDIRECT_LOOP -> PollOutcome.REDIRECT_LOOP;
            case TOO_LARGE -> PollOutcome.TOO_LARGE;
            case THROTTLED -> PollOutcome.THROTTLED;
            case UNAUTHORISED, UNWELCOME -> PollOutcome.UNAUTHORISED;
            case NOT_FOUND -> PollOutcome.NOT_FOUND;
            case GONE -> PollOutcome.RETIRED;
            case SERVER_ERROR -> PollOutcome.SERVER_ERROR;
            case HTTP_ERROR -> PollOutcome.HTTP_ERROR;
        };
    }
}
