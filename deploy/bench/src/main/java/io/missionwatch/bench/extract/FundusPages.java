package io.missionwatch.bench.extract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.stream.StreamSupport;
import java.util.zip.GZIPInputStream;

/** The pages of current news sites that the Fundus project tests its parsers with. */
final class FundusPages {

    private static final ObjectMapper JSON = new ObjectMapper();

    private FundusPages() {}

    /** Reads every page below a directory; the labels of an outlet stand in the order of its pages' dates. */
    static List<LabelledPage> in(Path directory) throws IOException {
        List<Path> labels;
        try (var files = Files.walk(directory)) {
            labels = files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
        List<LabelledPage> pages = new ArrayList<>();
        for (var file : labels) {
            pages.addAll(outlet(file));
        }
        return pages;
    }

    private static List<LabelledPage> outlet(Path labels) throws IOException {
        var outlet = labels.getFileName().toString().replace(".json", "");
        List<Path> files;
        try (var folder = Files.list(labels.resolveSibling("."))) {
            files = folder.filter(file -> file.getFileName().toString().matches(outlet + "_[0-9_]+\\.html\\.gz"))
                    .sorted()
                    .toList();
        }
        var addresses = JSON.readTree(labels.resolveSibling("meta.info").toFile());
        var articles = JSON.readTree(labels.toFile()).elements();
        List<LabelledPage> pages = new ArrayList<>();
        for (var file : files) {
            var url = addresses.path(file.getFileName().toString()).path("url").asText("http://localhost/");
            pages.add(page(file, URI.create(url), articles.next()));
        }
        return pages;
    }

    private static LabelledPage page(Path file, URI url, JsonNode article) throws IOException {
        try (var in = new GZIPInputStream(Files.newInputStream(file))) {
            var day = Optional.of(article.path("publishing_date").asText(""))
                    .filter(date -> date.length() >= 10)
                    .map(date -> LocalDate.parse(date.substring(0, 10)));
            return new LabelledPage(
                    file.getFileName().toString(),
                    in.readAllBytes(),
                    url,
                    article.path("title").asText(""),
                    texts(article.path("authors")),
                    day,
                    body(article.path("body")));
        }
    }

    private static String body(JsonNode body) {
        var text = new StringJoiner("\n");
        texts(body.path("summary")).forEach(text::add);
        for (var section : body.path("sections")) {
            texts(section.path("headline")).forEach(text::add);
            texts(section.path("paragraphs")).forEach(text::add);
        }
        return text.toString();
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
