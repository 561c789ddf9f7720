package io.missionwatch.bench.extract;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jsoup.Jsoup;

/** The pages that readability.js is tested with: old and new articles, blogs, manuals and made-up pages. */
final class ReadabilityPages {

    private static final URI PLACE = URI.create("http://fakehost/test/page.html");
    private static final ObjectMapper JSON = new ObjectMapper();

    private ReadabilityPages() {}

    static List<LabelledPage> in(Path directory) throws IOException {
        List<Path> folders;
        try (var files = Files.list(directory)) {
            folders = files.filter(Files::isDirectory).sorted().toList();
        }
        List<LabelledPage> pages = new ArrayList<>();
        for (var folder : folders) {
            pages.add(page(folder));
        }
        return pages;
    }

    private static LabelledPage page(Path folder) throws IOException {
        var expected = JSON.readTree(folder.resolve("expected-metadata.json").toFile());
        var body =
                Jsoup.parse(Files.readString(folder.resolve("expected.html"))).wholeText();
        var day = Optional.of(expected.path("publishedTime").asText(""))
                .filter(date -> date.matches("\\d{4}-\\d\\d-\\d\\d.*"))
                .map(date -> LocalDate.parse(date.substring(0, 10)));
        return new LabelledPage(
                folder.getFileName().toString(),
                Files.readAllBytes(folder.resolve("source.html")),
                PLACE,
                expected.path("title").asText(""),
                List.of(),
                day,
                body);
    }
}
