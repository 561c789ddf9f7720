package io.missionwatch.enrich.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ReferenceVersionTest {

    private static final Path RESOURCES = Path.of("src", "main", "resources");
    /** What explanations say changes no tag. */
    private static final String SHOWN = "explain/";

    @Test
    void isOfEveryTableAndWordListThatIsRead() throws IOException {
        try (var files = Files.walk(RESOURCES)) {
            var tables = files.filter(Files::isRegularFile)
                    .map(file -> RESOURCES.relativize(file).toString().replace('\\', '/'))
                    .filter(file -> !file.endsWith(".md") && !file.startsWith(SHOWN));

            assertThat(tables).containsExactlyInAnyOrderElementsOf(ReferenceVersion.resources());
        }
    }
}
