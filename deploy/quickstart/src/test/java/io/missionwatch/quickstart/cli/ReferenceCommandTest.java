package io.missionwatch.quickstart.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReferenceCommandTest {

    @TempDir
    private Path directory;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void findsNoFaultInTheBuiltInData() {
        assertThat(run("reference", "check")).isZero();
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void namesFileLineAndReasonOfAFault() throws IOException {
        var file = write("actors:\n  - {id: zarbul, name: Zarbul, type: ARMED_GROUP, country: QQ}\n");

        assertThat(run("reference", "check", file.toString())).isEqualTo(1);
        assertThat(out.toString().strip()).isEqualTo(file + ":2: actor zarbul: no country has the code QQ");
    }

    private Path write(String yaml) throws IOException {
        return Files.writeString(directory.resolve("reference.yaml"), yaml);
    }

    private int run(String... arguments) {
        return Missionwatch.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
    }
}
