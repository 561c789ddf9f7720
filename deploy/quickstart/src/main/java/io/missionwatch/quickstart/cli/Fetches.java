package io.missionwatch.quickstart.cli;

import io.missionwatch.ingest.IngestConfig;
import io.missionwatch.ingest.extract.ArticleExtractor;
import io.missionwatch.ingest.extract.ArticlesExtract;
import io.missionwatch.ingest.extract.HtmlPage;
import io.missionwatch.ingest.feeds.FeedDocument;
import io.missionwatch.ingest.feeds.FeedParser;
import io.missionwatch.ingest.feeds.FeedsParse;
import io.missionwatch.ingest.web.WebAnswer;
import io.missionwatch.ingest.web.WebClient;
import io.missionwatch.ingest.web.WebRequest;
import io.missionwatch.runtime.settings.Settings;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/** Gives the commands that look at single documents the web client and the limits of the ingest service. */
final class Fetches {

    private Fetches() {}

    static FeedsParse feedsParse() {
        return new FeedsParse(new FeedParser(config().limits()), address -> {
            var document = get(WebRequest.feed(address, Optional.empty(), Optional.empty()));
            return new FeedDocument(
                    document.body(),
                    document.headers().contentType(),
                    document.headers().contentLanguage(),
                    Optional.of(document.address()));
        });
    }

    static ArticlesExtract articlesExtract() {
        return new ArticlesExtract(new ArticleExtractor(), address -> {
            var document = get(WebRequest.page(address));
            return new HtmlPage(document.body(), document.headers().contentType(), document.address());
        });
    }

    private static WebAnswer.Document get(WebRequest request) throws IOException {
        try (var web = new WebClient(config().web())) {
            var answer = web.get(request);
            if (answer instanceof WebAnswer.Document document) {
                return document;
            }
            if (answer instanceof WebAnswer.Failed failed) {
                throw new IOException(request.address() + ": " + failed.message());
            }
            throw new IOException(request.address() + ": nothing new");
        }
    }

    private static IngestConfig config() {
        // A person who names an address on this machine means it.
        return IngestConfig.from(Settings.of(Map.of("web.loopback", "true"), IngestConfig.declared()));
    }
}
