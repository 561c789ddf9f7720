package io.missionwatch.alert.patterns;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Reads events from JSON: one object, an array of them, or one after the other, each on a line or over several. */
final class JsonEvents {
    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
    private static final TypeReference<Map<String, Object>> TREE = new TypeReference<>() {};
    private static final int BYTE_ORDER_MARK = 0xfeff;

    private JsonEvents() {}

    /** Takes one event and its number, counted from 1. */
    interface Sink {
        void accept(long number, Map<String, Object> event);
    }

    /** Reads all events; stops with the place and the reason where the text is no JSON, or a value is no object. */
    static void read(Path file, Sink sink) throws IOException {
        try (var text = Files.newBufferedReader(file, StandardCharsets.UTF_8);
                var parser = JSON.createParser(withoutMark(text))) {
            long number = 0;
            for (var token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.START_OBJECT) {
                    sink.accept(++number, JSON.readValue(parser, TREE));
                } else if (token != JsonToken.START_ARRAY && token != JsonToken.END_ARRAY) {
                    throw noObject(parser);
                }
            }
        }
    }

    private static BufferedReader withoutMark(BufferedReader text) throws IOException {
        text.mark(1);
        if (text.read() != BYTE_ORDER_MARK) {
            text.reset();
        }
        return text;
    }

    private static IOException noObject(JsonParser parser) {
        return new IOException("line " + parser.currentTokenLocation().getLineNr() + ": expected a JSON object");
    }
}
