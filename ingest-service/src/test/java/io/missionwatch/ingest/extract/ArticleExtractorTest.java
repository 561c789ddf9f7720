package io.missionwatch.ingest.extract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each case is a page and, beside it, a JSON file of the fields it must give; a field that is not there is not looked at. */
class ArticleExtractorTest {

    private static final Path CASES = Path.of("src/test/resources/cases/extract");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ArticleExtractor extractor = new ArticleExtractor();

    static List<String> cases() throws IOException {
        try (Stream<Path> files = Files.list(CASES)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".html"))
                    .map(name -> name.replace(".html", ""))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void givesWhatTheCaseExpects(String name) throws IOException {
        var expected = JSON.readTree(CASES.resolve(name + ".json").toFile());
        var url = URI.create(expected.path("url").asText("https://news.example/story"));

        var article = extractor.extract(Files.readString(CASES.resolve(name + ".html")), url);

        var actual = ArticleJson.of(name, article);
        expected.properties().stream()
                .filter(field -> actual.has(field.getKey()))
                .forEach(field -> assertThat(lines(actual.get(field.getKey())))
                        .as(field.getKey())
                        .isEqualTo(lines(field.getValue())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"windows-1251", "KOI8-R", "UTF-8"})
    void tellsTheEncodingOfAPageThatDoesNotSayIt(String encoding) {
        var text = "Посольство в Кабуле было закрыто в понедельник, сообщили во вторник официальные представители.";
        var page = "<html><body><article>" + "<p>%s</p>".formatted(text).repeat(5) + "</article></body></html>";

        var article = extractor.extract(
                page.getBytes(Charset.forName(encoding)), Optional.empty(), URI.create("https://news.example/story"));

        assertThat(article.body()).startsWith(text);
    }

    @Test
    void tellsTheEncodingOfAPageThatSaysUtf8AndIsNot() {
        var text = "Посольство в Кабуле было закрыто в понедельник, сообщили во вторник официальные представители.";
        var page = "<html><head><meta charset='utf-8'></head><body><article>"
                + "<p>%s</p>".formatted(text).repeat(5) + "</article></body></html>";

        var article = extractor.extract(
                page.getBytes(Charset.forName("windows-1251")),
                Optional.of("text/html; charset=UTF-8"),
                URI.create("https://news.example/story"));

        assertThat(article.body()).startsWith(text);
    }

    @Test
    void readsAPageOfNoEncodingInThatOfItsLanguage() {
        var text = "Ambasada w Kabulu została zamknięta w poniedziałek, poinformowali we wtorek urzędnicy państwowi.";
        var page =
                "<html lang='pl'><body><article>" + "<p>%s</p>".formatted(text).repeat(5) + "</article></body></html>";

        var article = extractor.extract(
                page.getBytes(Charset.forName("windows-1250")), Optional.empty(), URI.create("https://news.example/s"));

        assertThat(article.body()).startsWith(text);
    }

    /** A body is written as an array of its paragraphs. */
    private static List<String> lines(JsonNode value) {
        return value.isArray()
                ? value.valueStream().map(JsonNode::asText).toList()
                : value.asText().lines().toList();
    }
}
