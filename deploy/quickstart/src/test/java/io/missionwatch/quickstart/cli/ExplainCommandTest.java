package io.missionwatch.quickstart.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExplainCommandTest {

    /** As a mailbox or an editor on Windows leaves it: a mark of the byte order, and lines that end in two characters. */
    private static final String ARTICLE =
            "\ufeffBlast near embassy\r\n\r\nGunmen attacked the French embassy in Tripoli.\r\n";

    @TempDir
    private Path directory;

    @Test
    void printsTitleTagsAndReasonsWithoutColoursWhereNobodyLooks() throws IOException {
        var printed = explain();

        assertThat(printed)
                .startsWith("Blast near _embassy_[1]")
                .contains("the _French embassy_[2] in _Tripoli_[3].")
                .doesNotContain("\u001b");
    }

    private String explain() throws IOException {
        var file = Files.writeString(directory.resolve("article.txt"), ARTICLE);
        var out = new StringWriter();

        int status = Missionwatch.run(
                new PrintWriter(out, true),
                new PrintWriter(out, true),
                "explain",
                file.toString(),
                "--published",
                "2024-05-14",
                "--colour",
                "auto");

        assertThat(status).isZero();
        return out.toString();
    }
}
