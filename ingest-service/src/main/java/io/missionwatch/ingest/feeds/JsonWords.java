package io.missionwatch.ingest.feeds;

import com.fasterxml.jackson.databind.JsonNode;

/** Reads values of JSON as words. */
final class JsonWords {

    private JsonWords() {}

    /** The words of a value; none where it is missing, null, a list or an object. */
    static String of(JsonNode value) {
        // Escapes bring in characters that the document itself may not have.
        return value.isNull() ? "" : FeedParser.sound(value.asText());
    }
}
