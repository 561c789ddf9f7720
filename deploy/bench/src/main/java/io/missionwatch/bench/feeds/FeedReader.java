package io.missionwatch.bench.feeds;

import com.fasterxml.jackson.databind.JsonNode;
import io.missionwatch.ingest.feeds.FeedDocument;
import io.missionwatch.ingest.feeds.FeedJson;
import io.missionwatch.ingest.feeds.FeedParser;

/** A parser of feeds in the comparison. */
enum FeedReader {
    MISSIONWATCH("missionwatch") {
        @Override
        JsonNode read(String file, FeedDocument document) {
            return FeedJson.of(file, OURS.parse(document));
        }
    },
    ROME("rome 2.1.0") {
        @Override
        JsonNode read(String file, FeedDocument document) {
            return RomeJson.of(document);
        }
    };

    private static final FeedParser OURS = FeedParser.withDefaults();

    private final String label;

    FeedReader(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }

    /** What it sees, in the shape that {@code missionwatch feeds parse} prints; nothing where it gives up. */
    abstract JsonNode read(String file, FeedDocument document);
}
