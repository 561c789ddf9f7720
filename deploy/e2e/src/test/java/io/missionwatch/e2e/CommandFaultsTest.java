package io.missionwatch.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.missionwatch.embedded.Ports;
import io.missionwatch.quickstart.cli.Missionwatch;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever is wrong with what a user gives: one line that says what, where and what to do, and exit code 2. */
class CommandFaultsTest {

    private static final String FEEDS = """
            feeds:
              - id: nobody
                url: http://127.0.0.1:9/
                outlet: Nobody
            """;

    @TempDir
    private Path directory;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void writeFiles() throws IOException {
        Files.createDirectory(directory.resolve("empty"));
        Files.writeString(directory.resolve("feeds.yaml"), FEEDS);
        Files.writeString(directory.resolve("broken.yaml"), FEEDS + "  - id: [other\n    url: x\n");
        Files.writeString(directory.resolve("unknown-key.yaml"), FEEDS + "    colour: blue\n");
        Files.writeString(directory.resolve("broken.opml"), "<opml><body><outline xmlUrl=");
        Files.write(directory.resolve("latin-1.txt"), new byte[] {'c', 'a', 'f', (byte) 0xe9, '\n'});
        Files.writeString(directory.resolve("broken.jsonl"), "{\"id\": \"a\", \"text\": \"b\"}\n{\"id\"\n");
        Files.writeString(
                directory.resolve("undated.jsonl"), "{\"id\": \"a\", \"text\": \"b\", \"published\": \"soon\"}\n");
        Files.writeString(directory.resolve("articles.jsonl"), "");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "run --feeds DIR/none.yaml --data DIR/d | missionwatch: no such file: DIR/none.yaml",
                "run --feeds DIR/empty --data DIR/d | missionwatch: DIR/empty is a directory; name a file",
                "run --feeds DIR/broken.yaml --data DIR/d | missionwatch: DIR/broken.yaml:6: not YAML: .* at column [0-9]+",
                "run --feeds DIR/unknown-key.yaml --data DIR/d | missionwatch: DIR/unknown-key.yaml:5: .*colour.*",
                "run --feeds DIR/broken.opml --data DIR/d | missionwatch: DIR/broken.opml:1: .*",
                "run --feeds DIR/latin-1.txt --data DIR/d | missionwatch: DIR/latin-1.txt:1: is not UTF-8 text; convert it first, for instance with iconv -t UTF-8",
                "run --feeds DIR/feeds.yaml --data DIR/feeds.yaml | missionwatch: cannot make the directory DIR/feeds.yaml; name another",
                "run --feeds DIR/feeds.yaml --data DIR/d --port 70000 | missionwatch: --port must be from 0 to 65535, not 70000",
                "run --feeds DIR/feeds.yaml --data DIR/d --port http | missionwatch run: Invalid value for option '--port': .*; see missionwatch run --help",
                "run --feeds DIR/feeds.yaml --data DIR/d --kafka 127.0.0.1:9 | missionwatch: --kafka and --registry go together: .*",
                "run --feeds DIR/feeds.yaml --data DIR/d --kafka nonsense --registry http://127.0.0.1:9 --port 0 | missionwatch: --kafka must be HOST:PORT, .* not 'nonsense'",
                "run --feeds DIR/feeds.yaml --data DIR/d --kafka 127.0.0.1:9 --registry : | missionwatch run: Invalid value for option '--registry': .*; see missionwatch run --help",
                "run | missionwatch run: Missing required option: '--feeds=FILE'; see missionwatch run --help",
                "run --feed x | missionwatch run: .*--feed.*; see missionwatch run --help",
                "demo --data DIR/feeds.yaml | missionwatch: cannot make the directory DIR/feeds.yaml; name another",
                "dance | missionwatch: .*'dance'.*; see missionwatch --help",
                "'' | missionwatch: a command is missing; see missionwatch --help",
                "backtest --articles DIR/none.jsonl --out DIR/o | missionwatch: no such file: DIR/none.jsonl",
                "backtest --articles DIR/empty --out DIR/o | missionwatch: DIR/empty is a directory; name a file",
                "backtest --articles DIR/broken.jsonl --out DIR/o | missionwatch: DIR/broken.jsonl:2: not a JSON object: .*",
                "backtest --articles DIR/undated.jsonl --out DIR/o | missionwatch: DIR/undated.jsonl:1: published must be .*, not 'soon'",
                "backtest --articles DIR/articles.jsonl --out DIR/feeds.yaml/o | missionwatch: cannot make the directory DIR/feeds.yaml/o; name another",
                "backtest --articles DIR/articles.jsonl --patterns DIR/none --out DIR/o | missionwatch: no such file: DIR/none",
                "backtest --articles DIR/articles.jsonl --patterns DIR/empty --out DIR/o | missionwatch: no patterns in DIR/empty; .*",
                "backtest --articles DIR/articles.jsonl --patterns DIR/broken.yaml --out DIR/o | missionwatch: DIR/broken.yaml:6: no valid YAML: .* at column [0-9]+",
                "explain DIR/none.txt | missionwatch: no such file: DIR/none.txt",
                "explain DIR/latin-1.txt | missionwatch: DIR/latin-1.txt is not UTF-8 text",
                "feeds parse DIR/none.xml | DIR/none.xml: no such file",
                "articles extract DIR/none.html | DIR/none.html: no such file",
                "patterns check DIR/none.yaml | missionwatch: no such file: DIR/none.yaml",
                "patterns match --patterns DIR/none --events DIR/articles.jsonl | missionwatch: no such file: DIR/none",
                "patterns match --patterns DIR/empty --events DIR/none.jsonl | missionwatch: no such file: DIR/none.jsonl",
            })
    void endsWithOneLineAndCode2(String command, String line) {
        assertThat(run(command.isEmpty() ? new String[0] : command.split(" "))).isEqualTo(2);

        assertThat(err.toString().lines())
                .singleElement()
                .satisfies(said -> assertThat(said).matches(line.replace("DIR", directory.toString())));
    }

    @Test
    void namesAPortThatIsTaken() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            for (var command : new String[] {"demo", "run --feeds DIR/feeds.yaml"}) {
                assertThat(run((command + " --data DIR/d --port " + taken.getLocalPort()).split(" ")))
                        .isEqualTo(2);
            }

            assertThat(err.toString().lines())
                    .hasSize(2)
                    .allSatisfy(line -> assertThat(line)
                            .matches("missionwatch: port " + taken.getLocalPort()
                                    + " cannot be used \\(.*\\); choose another with --port"));
        }
    }

    @Test
    void namesThePortOfTheFeedsOfAnInterruptedDemoThatIsTaken() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var session = "started-at=2026-03-04T12:00:00Z\nfeed-port=" + taken.getLocalPort() + "\n";
            Files.writeString(directory.resolve("demo.properties"), session);

            assertThat(run("demo", "--data", directory.toString(), "--port", "0"))
                    .isEqualTo(2);

            assertThat(err.toString().lines())
                    .singleElement()
                    .asString()
                    .contains("port " + taken.getLocalPort())
                    .contains("--fresh");
        }
    }

    @Test
    void namesADirectoryThatAnotherUses() throws IOException {
        var kafka = Files.createDirectories(directory.resolve("kafka"));
        Files.writeString(directory.resolve("demo.properties"), "started-at=2026-03-04T12:00:00Z\nfeed-port=0\n");
        var lock = kafka.resolve("embedded-broker.lock");
        try (var file = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var held = file.lock()) {
            assertThat(held.isValid()).isTrue();
            var data = " --port 0 --data " + directory;
            for (var command : new String[] {"demo", "demo --fresh", "run --feeds DIR/feeds.yaml"}) {
                assertThat(run((command + data).split(" "))).isEqualTo(2);
            }
        }

        assertThat(err.toString().lines())
                .hasSize(3)
                .allSatisfy(line -> assertThat(line)
                        .contains(directory.toString())
                        .containsAnyOf("is in use by another embedded broker; stop that one", "a demo is running in"));
        assertThat(lock).exists();
    }

    @Test
    void saysThatNoBrokerAnswers() {
        var port = Ports.free(0);

        var code = run(("run --feeds DIR/feeds.yaml --data DIR/d --port 0 --kafka 127.0.0.1:" + port
                        + " --registry http://127.0.0.1:" + port)
                .split(" "));

        assertThat(code).isEqualTo(2);
        assertThat(err.toString().lines())
                .containsExactly("missionwatch: no Kafka broker answers at 127.0.0.1:" + port + "; is --kafka right?");
    }

    private int run(String... command) {
        var arguments = Stream.of(command)
                .map(word -> word.replace("DIR", directory.toString()))
                .toArray(String[]::new);
        return Missionwatch.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
    }
}
