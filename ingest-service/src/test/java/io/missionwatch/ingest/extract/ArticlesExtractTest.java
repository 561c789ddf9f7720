package io.missionwatch.ingest.extract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.missionwatch.ingest.extract.ArticlesExtract.Args;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArticlesExtractTest {

    private static final String PAGE = "<html lang=de><h1>Ein Titel</h1><p>"
            + "Der Botschafter sagte am Montag, dass das Tor der Botschaft wieder offen sei. ".repeat(3)
            + "</p></html>";

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final ArticlesExtract extract = new ArticlesExtract(new ArticleExtractor(), ArticlesExtractTest::fetch);

    @TempDir
    Path directory;

    private static HtmlPage fetch(URI address) throws IOException {
        if (address.getHost().equals("down.example")) {
            throw new IOException("refused");
        }
        return new HtmlPage(PAGE.getBytes(StandardCharsets.UTF_8), Optional.of("text/html"), address);
    }

    private int run(String target) throws IOException {
        return extract.run(new Args(target, Optional.empty()), out, err);
    }

    @Test
    void writesEveryFieldOfAFile() throws IOException {
        var file = Files.writeString(directory.resolve("page.html"), PAGE);

        int outcome = run(file.toString());

        assertThat(outcome).isEqualTo(ArticlesExtract.DONE);
        var json = new ObjectMapper().readTree(out.toString());
        assertThat(json.fieldNames())
                .toIterable()
                .containsExactly(
                        "file",
                        "title",
                        "body",
                        "authors",
                        "publishedAt",
                        "language",
                        "canonicalUrl",
                        "outlet",
                        "quality");
        assertThat(json.get("file").asText()).isEqualTo("page.html");
        assertThat(json.get("title").asText()).isEqualTo("Ein Titel");
        assertThat(json.get("publishedAt").isNull()).isTrue();
    }

    @Test
    void readsADirectoryWithWhatIsInItAndPackedFilesToo() throws IOException {
        Files.writeString(directory.resolve("b.html"), PAGE);
        Files.writeString(directory.resolve("notes.txt"), "no page");
        var inner = Files.createDirectory(directory.resolve("a"));
        try (var packed = new GZIPOutputStream(Files.newOutputStream(inner.resolve("c.html.gz")))) {
            packed.write(PAGE.getBytes(StandardCharsets.UTF_8));
        }

        int outcome = run(directory.toString());

        assertThat(outcome).isEqualTo(ArticlesExtract.DONE);
        assertThat(out.toString().lines())
                .hasSize(2)
                .allMatch(line -> line.contains("Ein Titel"))
                .element(0)
                .asString()
                .contains("\"file\":\"a/c.html.gz\"");
    }

    @Test
    void goesOnAfterAFileThatCannotBeUnpacked() throws IOException {
        Files.writeString(directory.resolve("a.html.gz"), "not packed");
        Files.writeString(directory.resolve("b.html"), PAGE);

        int outcome = run(directory.toString());

        assertThat(outcome).isEqualTo(ArticlesExtract.SOME_UNREADABLE);
        assertThat(out.toString().lines()).hasSize(1);
        assertThat(err.toString()).startsWith("a.html.gz: ");
    }

    @Test
    void fetchesAnAddress() throws IOException {
        assertThat(run("https://up.example/a")).isEqualTo(ArticlesExtract.DONE);
        assertThat(out.toString()).contains("\"file\":\"https://up.example/a\"");
    }

    @Test
    void saysWhyATargetCannotBeRead() throws IOException {
        for (var target : List.of("https://down.example/", "http://", "no-such-file.html")) {
            assertThat(run(target)).isEqualTo(ArticlesExtract.UNREADABLE);
        }
        assertThat(err.toString().lines()).hasSize(3);
    }
}
