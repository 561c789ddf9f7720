package io.missionwatch.quickstart.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.missionwatch.schema.Article;
import io.missionwatch.schema.DateProvenance;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArticleImportTest {

    private static final String SENTENCE =
            "The mission on Harbour Street stayed shut on Monday while officers searched the road. ";
    private static final String PAGE =
            "<html><head><title>Embassy shut</title></head><body><article><h1>Embassy shut</h1><p>"
                    + SENTENCE.repeat(5) + "</p><p>" + SENTENCE.repeat(4)
                    + "</p></article></body></html>";

    @TempDir
    Path folder;

    private final List<Article> sent = new ArrayList<>();

    @Test
    void readsTheLinesThatABacktestReads() throws IOException {
        var file = write("a.jsonl", """
                {"id": "1", "outlet": "X", "published": "2021-03-04", "title": "One", "text": "Text.", "note": "ours"}
                {"id": "1", "outlet": "X", "published": "2021-03-04", "title": "One", "text": "Text."}
                {"id": "1", "outlet": "X", "published": "2021-03-05", "title": "One", "text": "Text, corrected."}

                {"id": "2", "published": "yesterday", "title": "Two", "text": "Text."}
                {"id": "3", "title": "Three", "text": "Text."
                {"id": "4", "title": "Four"}""");

        var counts = run(file);

        assertThat(counts).isEqualTo(new ArticleImport.Counts(3, 1, 2));
        assertThat(sent).extracting(Article::getTitle).containsExactly("One", "One", "Four");
        assertThat(sent.get(0).getArticleId()).isEqualTo(sent.get(1).getArticleId());
        assertThat(sent).allMatch(Article::getBackfill);
        assertThat(sent.get(0).getPublishedAt()).isEqualTo(Instant.parse("2021-03-04T00:00:00Z"));
        assertThat(sent.get(0).getEventTime()).isEqualTo(Instant.parse("2021-03-04T00:00:00Z"));
        assertThat(sent.get(0).getFetchedAt()).isAfter(Instant.parse("2024-01-01T00:00:00Z"));
        assertThat(sent.get(2).getOutlet()).isEqualTo("The Archive");
        assertThat(Files.readAllLines(folder.resolve("refused.jsonl")))
                .satisfiesExactly(
                        line -> assertThat(line).contains("a.jsonl:5", "published must be an ISO 8601 date"),
                        line -> assertThat(line).contains("a.jsonl:6", "not JSON"));
    }

    @Test
    void readsTextAndPagesPackedOrNot() throws IOException {
        write("a.txt", "A title\n\nThe text.\nIts second paragraph.");
        write("b.txt", "Text alone.");
        write("c.html", PAGE);
        Files.write(folder.resolve("d.html.gz"), packed(PAGE.replace("Harbour", "Station")));
        write("e.html", "<html><body><a href='/'>Home</a></body></html>");
        write("f.pdf", "no text");
        Files.write(folder.resolve("g.jsonl.gz"), new byte[] {1, 2, 3});

        var counts = run(folder);

        assertThat(counts).isEqualTo(new ArticleImport.Counts(4, 0, 3));
        assertThat(sent)
                .extracting(Article::getTitle)
                .containsExactlyInAnyOrder("A title", "", "Embassy shut", "Embassy shut");
        assertThat(sent.get(0).getBody()).isEqualTo("The text.\nIts second paragraph.");
        assertThat(sent.get(2).getBody()).startsWith("The mission on Harbour Street");
    }

    @Test
    void readsThePagesOfAWebArchive() throws IOException {
        var archive = new ByteArrayOutputStream();
        archive.write(packed(warc("warcinfo", "", "software: test\r\n")));
        archive.write(
                packed(warc("response", "https://news.example/1", http("200 OK", "text/html; charset=utf-8", PAGE))));
        archive.write(packed(warc("response", "https://news.example/2", http("404 Not Found", "text/html", PAGE))));
        archive.write(packed(warc("response", "https://news.example/3", http("200 OK", "image/png", "x"))));
        archive.write(packed(warc("response", "https://news.example/4", "no HTTP at all")));
        archive.write(packed(warc("response", "https://news.example/5", http("200 OK", "text/html", PAGE))));
        var file = Files.write(folder.resolve("crawl.warc.gz"), archive.toByteArray());

        var counts = run(file);

        assertThat(sent)
                .extracting(Article::getUrl)
                .containsExactly("https://news.example/1", "https://news.example/5");
        assertThat(counts).isEqualTo(new ArticleImport.Counts(2, 0, 1));
    }

    @Test
    void takesTheTimeOfAnUndatedPageFromItsArchive() throws IOException {
        var archive = warc("response", "https://news.example/1", http("200 OK", "text/html", PAGE))
                + warc(
                        "response",
                        "https://news.example/2",
                        http("200 OK", "text/html\r\nLast-Modified: Mon, 01 Mar 2021 08:00:00 GMT", PAGE));

        run(write("crawl.warc", archive));

        assertThat(sent)
                .extracting(Article::getPublishedProvenance)
                .containsExactly(DateProvenance.NONE, DateProvenance.HEADER);
        assertThat(sent)
                .extracting(Article::getEventTime)
                .containsExactly(Instant.parse("2021-03-04T05:06:07Z"), Instant.parse("2021-03-01T08:00:00Z"));
        assertThat(sent).extracting(Article::getFetchedAt).containsOnly(Instant.parse("2021-03-04T05:06:07Z"));
    }

    @Test
    void boundsWhatAHostileArchiveCanCost() throws IOException {
        var bomb = "<html><body>" + "<p>".repeat(8_000_000) + "</body></html>";
        var archive = new ByteArrayOutputStream();
        archive.write(packed(warc("response", "https://news.example/1", http("200 OK", "text/html", bomb))));
        archive.write(packed(warc("response", "https://news.example/2", http("200 OK", "text/html", PAGE))));
        archive.write("WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 99999999999999999999\r\n\r\n"
                .getBytes(StandardCharsets.US_ASCII));
        var file = Files.write(folder.resolve("bomb.warc.gz"), archive.toByteArray());

        var counts = run(file);

        assertThat(sent).extracting(Article::getUrl).containsExactly("https://news.example/2");
        assertThat(counts.refused()).isEqualTo(2);
    }

    @Test
    void passesOverALineThatIsTooLong() throws IOException {
        var file = write(
                "long.jsonl",
                "{\"id\": \"1\", \"text\": \"" + "x".repeat(9 << 20) + "\"}\n{\"id\": \"2\", \"title\": \"Two\"}\n"
                        + "[".repeat(100_000) + "\n");

        var counts = run(file);

        assertThat(counts).isEqualTo(new ArticleImport.Counts(1, 0, 2));
        assertThat(sent).extracting(Article::getTitle).containsExactly("Two");
    }

    @Test
    void tellsHowFarItIs() throws IOException {
        var told = new ArrayList<Long>();
        var file = write("a.txt", "Text.");

        new ArticleImport("X", folder.resolve("refused.jsonl"), (bytes, of, count) -> told.add(bytes * 100 / of))
                .run(List.of(file), sent::add);

        assertThat(told).last().isEqualTo(100L);
    }

    private ArticleImport.Counts run(Path path) throws IOException {
        return new ArticleImport("The Archive", folder.resolve("refused.jsonl"), (bytes, of, count) -> {})
                .run(List.of(path), sent::add);
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static byte[] packed(String text) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private static String http(String status, String type, String body) {
        return "HTTP/1.1 " + status + "\r\nContent-Type: " + type + "\r\nContent-Length: "
                + body.getBytes(StandardCharsets.UTF_8).length + "\r\n\r\n" + body;
    }

    private static String warc(String type, String target, String block) {
        return "WARC/1.0\r\nWARC-Type: " + type
                + (target.isEmpty() ? "" : "\r\nWARC-Target-URI: " + target)
                + "\r\nWARC-Date: 2021-03-04T05:06:07Z\r\nWARC-Record-ID: <urn:uuid:11111111-1111-4111-8111-111111111111>"
                + "\r\nContent-Type: "
                + (type.equals("response") ? "application/http; msgtype=response" : "application/warc-fields")
                + "\r\nContent-Length: " + block.getBytes(StandardCharsets.UTF_8).length + "\r\n\r\n" + block
                + "\r\n\r\n";
    }
}
