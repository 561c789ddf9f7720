package io.missionwatch.quickstart.backtest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.missionwatch.ingest.extract.ArticleExtractor;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Reads articles of the past, one JSON object a line, and puts them into the order of their publication. */
final class PastArticles {

    private static final ObjectMapper JSON = new ObjectMapper();

    private PastArticles() {}

    /**
     * The articles of a file, the dated ones by time of publication, then the undated ones; ties stay in the file's order.
     *
     * @throws BacktestException naming file and line where one is malformed
     */
    static List<PastArticle> read(Path file) throws IOException {
        var articles = new ArrayList<PastArticle>();
        var number = 0;
        try {
            for (var line : Files.readAllLines(file)) {
                number++;
                if (!line.isBlank()) {
                    articles.add(article(file + ":" + number, line));
                }
            }
        } catch (MalformedInputException notText) {
            throw new BacktestException(file + " is not UTF-8 text", notText);
        }
        articles.sort(Comparator.comparing(article -> article.published().orElse(Instant.MAX)));
        return articles;
    }

    private static PastArticle article(String where, String line) {
        try {
            var node = JSON.readTree(line);
            var published = text(node, "published");
            var time = published.map(value -> time(where, value));
            return new PastArticle(
                    text(node, "id").orElseThrow(() -> missing(where, "id")),
                    text(node, "outlet").orElse("unknown"),
                    time,
                    published.map(value -> !value.contains("T")).orElse(false),
                    text(node, "title").orElse(""),
                    text(node, "text").or(() -> fromPage(node)).orElseThrow(() -> missing(where, "text or html")),
                    text(node, "url"),
                    text(node, "language"));
        } catch (JsonProcessingException malformed) {
            throw new BacktestException(where + ": not a JSON object: " + malformed.getOriginalMessage(), malformed);
        }
    }

    private static Optional<String> fromPage(JsonNode node) {
        return text(node, "html")
                .map(html -> new ArticleExtractor()
                        .extract(html, URI.create(text(node, "url").orElse("https://unknown.invalid/")))
                        .body());
    }

    private static Optional<String> text(JsonNode node, String field) {
        var value = node.get(field);
        return value == null || value.isNull() ? Optional.empty() : Optional.of(value.asText());
    }

    private static Instant time(String where, String value) {
        try {
            if (!value.contains("T")) {
                return LocalDate.parse(value).atStartOfDay(ZoneOffset.UTC).toInstant();
            }
            return value.matches(".*(Z|[+-]\\d\\d:?\\d\\d)$")
                    ? OffsetDateTime.parse(value).toInstant()
                    : LocalDateTime.parse(value).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException malformed) {
            throw new BacktestException(
                    where + ": published must be an ISO 8601 date or date-time, not '" + value + "'", malformed);
        }
    }

    private static BacktestException missing(String where, String field) {
        return new BacktestException(where + ": " + field + " is missing", null);
    }
}
