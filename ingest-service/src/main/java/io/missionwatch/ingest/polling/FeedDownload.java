package io.missionwatch.ingest.polling;

import io.missionwatch.ingest.feeds.FeedDocument;
import io.missionwatch.ingest.feeds.FeedsParse;
import io.missionwatch.ingest.web.WebAnswer;
import io.missionwatch.ingest.web.WebRequest;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import java.util.function.Function;

/** Gets a feed from the web for somebody who wants to look at it, under the same rules as a poll. */
public final class FeedDownload implements FeedsParse.Fetch {

    private final Function<WebRequest, WebAnswer> web;

    /** A download over a web client. */
    public FeedDownload(Function<WebRequest, WebAnswer> web) {
        this.web = web;
    }

    @Override
    public FeedDocument get(URI address) throws IOException {
        var answer = web.apply(WebRequest.feed(address, Optional.empty(), Optional.empty()));
        if (answer instanceof WebAnswer.Document document) {
            var headers = document.headers();
            return new FeedDocument(
                    document.body(), headers.contentType(), headers.contentLanguage(), Optional.of(document.address()));
        }
        throw new IOException(
                answer instanceof WebAnswer.Failed failed ? failed.message() : "the server answered 304 unasked");
    }
}
