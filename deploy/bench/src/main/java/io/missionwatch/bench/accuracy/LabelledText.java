package io.missionwatch.bench.accuracy;

import io.missionwatch.enrich.articles.ArticleText;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** A text of our own corpus with what a reader takes from it; facets that are not judged are absent. */
record LabelledText(ArticleText article, boolean alert, Map<String, String> facets) {

    private static final String FOLDER = "/accuracy/";
    /** The parts that rules were made by: the first was read while the program was built, the others were written before it was tried on them. */
    static final List<String> PARTS = List.of(
            "events.yaml",
            "events-en-2.yaml",
            "events-en-3.yaml",
            "events-en-4.yaml",
            "events-en-5.yaml",
            "events-en-7.yaml",
            "events-en-9.yaml",
            "events-en-11.yaml",
            "events-es.yaml",
            "events-ru.yaml");

    /** The parts that nobody looked at while rules were made. */
    static final List<String> UNSEEN =
            List.of("events-en-6.yaml", "events-en-8.yaml", "events-en-10.yaml", "events-en-12.yaml");

    private static final LocalDate USUAL_DAY = LocalDate.of(2024, 5, 14);

    /** The texts of some parts. */
    static List<LabelledText> all(List<String> parts) {
        return parts.stream().flatMap(part -> part(part).stream()).toList();
    }

    static List<LabelledText> part(String file) {
        try (var reader =
                new InputStreamReader(LabelledText.class.getResourceAsStream(FOLDER + file), StandardCharsets.UTF_8)) {
            List<Map<String, Object>> rows = new Yaml(new SafeConstructor(new LoaderOptions())).load(reader);
            return IntStream.range(0, rows.size())
                    .mapToObj(number -> of(file + "-" + (number + 1), rows.get(number)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }

    private static LabelledText of(String id, Map<String, Object> row) {
        var facets = new java.util.TreeMap<String, String>();
        row.forEach((key, value) -> {
            switch (key) {
                case "text", "title", "alert", "published", "language" -> {}
                default -> facets.put(key, value.toString());
            }
        });
        var article = new ArticleText(
                row.getOrDefault("title", "").toString(),
                row.get("text").toString(),
                Optional.ofNullable(row.get("language")).map(Object::toString),
                Optional.of(published(row)),
                Optional.empty(),
                id);
        return new LabelledText(article, (Boolean) row.get("alert"), Map.copyOf(facets));
    }

    private static Instant published(Map<String, Object> row) {
        var day = row.get("published") instanceof Date date
                ? date.toInstant().atZone(ZoneOffset.UTC).toLocalDate()
                : USUAL_DAY;
        return day.atTime(12, 0).toInstant(ZoneOffset.UTC);
    }
}
