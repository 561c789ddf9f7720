package io.missionwatch.bench.accuracy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.missionwatch.enrich.articles.ArticleText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A set of texts of others that say whether a diplomatic target was struck: one JSON object a line. */
record EventSet(String name, List<Text> texts) {

    /** One text and its label. */
    record Text(ArticleText article, boolean alert) {}

    /** Reads a set; {@code label} is the key that holds the answer. */
    static EventSet read(Path file, String label) throws IOException {
        var json = new ObjectMapper();
        var texts = new ArrayList<Text>();
        for (var line : Files.readAllLines(file)) {
            var row = json.readTree(line);
            texts.add(new Text(article(row), row.path(label).asBoolean()));
        }
        return new EventSet(file.getFileName() + " " + label, List.copyOf(texts));
    }

    private static ArticleText article(JsonNode row) {
        return new ArticleText(
                "",
                row.path("text").asText(),
                Optional.of("en"),
                published(row.path("date").asText()),
                Optional.empty(),
                row.path("id").asText());
    }

    private static Optional<Instant> published(String date) {
        try {
            return Optional.of(LocalDate.parse(date).atTime(12, 0).toInstant(ZoneOffset.UTC));
        } catch (DateTimeParseException noDay) {
            return Optional.empty();
        }
    }
}
