package io.missionwatch.quickstart.backtest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What people say of articles: whether there should be an alert, and by which patterns.
 *
 * @param ofArticle label by article id
 */
public record Labels(Map<String, Label> ofArticle) {

    private static final ObjectMapper JSON = new ObjectMapper();

    public Labels {
        ofArticle = Map.copyOf(ofArticle);
    }

    /**
     * What is said of one article.
     *
     * @param alert whether it should lead to an alert
     * @param patterns the ids of the patterns that should find it; empty where nobody said
     */
    public record Label(boolean alert, Optional<Set<String>> patterns) {

        /** Whether a pattern should find the article; empty where nobody said. */
        Optional<Boolean> wants(String patternId) {
            return alert ? patterns.map(ids -> ids.contains(patternId)) : Optional.of(false);
        }
    }

    /**
     * Labels of a file, one a line: {@code {"id": ..., "alert": true, "patterns": [...]}}; patterns may be absent.
     *
     * @throws BacktestException naming file and line of a malformed one
     * @throws IOException when the file cannot be read
     */
    public static Labels in(Path file) throws IOException {
        var labels = new HashMap<String, Label>();
        var number = 0;
        for (var line : Files.readAllLines(file)) {
            number++;
            if (!line.isBlank()) {
                add(labels, file + ":" + number, line);
            }
        }
        return new Labels(labels);
    }

    private static void add(Map<String, Label> labels, String where, String line) {
        try {
            var node = JSON.readTree(line);
            if (!node.path("id").isTextual() || !node.path("alert").isBoolean()) {
                throw new BacktestException(where + ": expected \"id\", a text, and \"alert\", true or false", null);
            }
            labels.put(node.get("id").asText(), new Label(node.get("alert").asBoolean(), patterns(node)));
        } catch (JsonProcessingException malformed) {
            throw new BacktestException(where + ": not a JSON object: " + malformed.getOriginalMessage(), malformed);
        }
    }

    private static Optional<Set<String>> patterns(JsonNode node) {
        if (!node.path("patterns").isArray()) {
            return Optional.empty();
        }
        var ids = new HashSet<String>();
        node.get("patterns").forEach(id -> ids.add(id.asText()));
        return Optional.of(Set.copyOf(ids));
    }
}
