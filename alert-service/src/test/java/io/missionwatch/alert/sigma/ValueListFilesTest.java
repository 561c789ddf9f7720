package io.missionwatch.alert.sigma;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValueListFilesTest {

    @TempDir
    private Path folder;

    @Test
    void valuesMayStandInThePipelineOfAnotherTool() throws IOException {
        var file = write("pipeline.txt", "name: ours\nvars:\n  Servers: srv*\n  Users: [1, two]\n");

        assertThat(ValueListFiles.read(List.of(file)).lists())
                .isEqualTo(Map.of("Servers", List.of("srv*"), "Users", List.of("1", "two")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', textBlock = """
            ''                    ~ 1: expected one document
            [a, b]                ~ 1: value lists: expected a mapping
            Users: {a: b}         ~ 1: 'Users': expected a text
            Users:                ~ 1: 'Users' is missing
            Users: [              ~ no valid YAML
            """)
    void aFileOfValuesThatCannotBeReadIsNamedWithItsLine(String text, String reason) throws IOException {
        var file = write("lists.txt", text == null ? "" : text);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> ValueListFiles.read(List.of(file)))
                .withMessageStartingWith(file + ":")
                .withMessageContaining(reason);
    }

    @Test
    void aLaterFileOverridesAnEarlierOne() throws IOException {
        var one = write("one.yaml", "A: [1]\nB: [2]\n");
        var other = write("other.yaml", "B: [3]\n");

        assertThat(ValueListFiles.read(List.of(one, other)).lists())
                .isEqualTo(Map.of("A", List.of("1"), "B", List.of("3")));
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }
}
