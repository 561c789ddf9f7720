package io.missionwatch.bench.feeds;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.missionwatch.ingest.feeds.FeedDocument;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A feed and what is known to stand in it.
 *
 * @param cleaned the labels are about what is left of its HTML when it is cleaned
 */
record LabelledFeed(String file, FeedDocument document, boolean cleaned, List<Assertion> assertions) {

    private static final ObjectMapper JSON = new ObjectMapper();

    LabelledFeed {
        assertions = List.copyOf(assertions);
    }

    /** All feeds that {@code assertions.jsonl} of a folder names. */
    static List<LabelledFeed> in(Path folder) throws IOException {
        List<LabelledFeed> feeds = new ArrayList<>();
        for (var line : Files.readAllLines(folder.resolve("assertions.jsonl"))) {
            var label = JSON.readTree(line);
            List<Assertion> assertions = new ArrayList<>();
            label.path("asserts").forEach(each -> assertions.add(Assertion.of(each)));
            feeds.add(new LabelledFeed(
                    label.path("file").asText(),
                    document(folder, label),
                    label.path("suite").asText().equals("wellformed/sanitize"),
                    assertions));
        }
        return feeds;
    }

    private static FeedDocument document(Path folder, JsonNode label) throws IOException {
        var file = label.path("file").asText();
        var headers = label.path("headers");
        var base = URI.create("http://127.0.0.1:8097/" + file);
        var location = Optional.ofNullable(headers.path("Content-Location").asText(null))
                .filter(text -> text.startsWith("http"))
                .map(base::resolve)
                .orElse(base);
        return new FeedDocument(
                Files.readAllBytes(folder.resolve("files").resolve(file)),
                Optional.ofNullable(headers.path("Content-type").asText(null)),
                Optional.ofNullable(headers.path("Content-Language").asText(null)),
                Optional.of(location));
    }
}
