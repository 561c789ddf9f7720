package io.missionwatch.alert.deliveries.syslog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.missionwatch.alert.deliveries.Alerts;
import io.missionwatch.alert.deliveries.Certificates;
import io.missionwatch.alert.deliveries.HostileText;
import io.missionwatch.alert.deliveries.outbox.Attempt;
import io.missionwatch.alert.deliveries.outbox.Parcel;
import io.missionwatch.alert.deliveries.plan.PlanFile;
import io.missionwatch.schema.Alert;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against rsyslog as its users have it, where it is installed: what it understands of our messages is what we meant. */
class RsyslogTest {

    private static final Path RSYSLOGD = Path.of("/usr/sbin/rsyslogd");
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int KEPT_OF_A_MESSAGE = 8_000;
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path directory;

    private Process server;

    @BeforeEach
    void needsTheServer() {
        assumeTrue(Files.isExecutable(RSYSLOGD), "rsyslog is not installed");
    }

    @AfterEach
    void stop() throws InterruptedException {
        if (server != null) {
            server.destroy();
            assertThat(server.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void readsEveryPartOfAMessage() throws Exception {
        try (var sink = sink("tcp://127.0.0.1:" + start(""))) {
            var alert = Alerts.first();
            assertThat(deliver(sink, alert)).isEqualTo(Attempt.DELIVERED);

            var read = read(1).get(0);
            assertThat(read.path("host").textValue()).isEqualTo("soc-1");
            assertThat(read.path("program").textValue()).isEqualTo("missionwatch");
            assertThat(read.path("id").textValue()).isEqualTo("alert");
            assertThat(read.path("facility").textValue()).isEqualTo("local0");
            assertThat(read.path("severity").textValue()).isEqualTo("crit");
            assertThat(read.path("time").textValue()).isEqualTo("2026-03-02T12:00:00.000Z");
            assertThat(read.path("text").textValue()).isEqualTo(Cef.of(alert));
        }
    }

    @Test
    void readsOneMessageForEachHostileText() throws Exception {
        try (var sink = sink("tcp://127.0.0.1:" + start(""))) {
            var alerts = HostileText.all().map(HostileText::in).toList();
            alerts.forEach(alert -> assertThat(deliver(sink, alert)).isEqualTo(Attempt.DELIVERED));

            assertThat(read(alerts.size()))
                    .extracting(message -> message.path("text").textValue())
                    .containsExactlyElementsOf(alerts.stream().map(Cef::of).toList());
        }
    }

    @Test
    void cutsAMessageThatIsTooLongForItAndReadsTheNextWhole() throws Exception {
        try (var sink = sink("tcp://127.0.0.1:" + start(""))) {
            var longest = HostileText.in("x".repeat(6_000));
            deliver(sink, longest);
            deliver(sink, Alerts.first());

            var read = read(2);
            assertThat(read.get(0).path("text").textValue())
                    .hasSizeGreaterThan(KEPT_OF_A_MESSAGE)
                    .contains(" flexString1=false flexString1Label=exercise ")
                    .isSubstringOf(Cef.of(longest));
            assertThat(read.get(read.size() - 1).path("text").textValue()).isEqualTo(Cef.of(Alerts.first()));
        }
    }

    @Test
    void readsWhatComesOverTls() throws Exception {
        assumeTrue(speaksTls(), "rsyslog's TLS is not installed");
        var certificates = Certificates.make(directory);
        int port = start(
                """
                global(defaultNetstreamDriver="gtls" defaultNetstreamDriverCAFile="%1$s"
                  defaultNetstreamDriverCertFile="%1$s" defaultNetstreamDriverKeyFile="%2$s")
                """.formatted(certificates.pem(), certificates.key()),
                "streamDriver.mode=\"1\" streamDriver.authMode=\"anon\"");
        try (var sink = sink("tls://localhost:" + port, "ca-file: " + certificates.pem())) {
            assertThat(deliver(sink, Alerts.first())).isEqualTo(Attempt.DELIVERED);

            assertThat(read(1).get(0).path("text").textValue()).isEqualTo(Cef.of(Alerts.first()));
        }
    }

    private static boolean speaksTls() throws IOException {
        try (var libraries = Files.newDirectoryStream(Path.of("/usr/lib"), "*-linux-gnu")) {
            return StreamSupport.stream(libraries.spliterator(), false)
                    .anyMatch(folder -> Files.exists(folder.resolve("rsyslog/lmnsd_gtls.so")));
        }
    }

    private int start(String global) throws Exception {
        return start(global, "");
    }

    private int start(String global, String driver) throws Exception {
        var port = directory.resolve("port");
        var rules =
                Files.writeString(directory.resolve("rsyslog.conf"), """
                %s
                module(load="imtcp" %s)
                template(name="parts" type="list" option.jsonf="on") {
                  property(outname="host" name="hostname" format="jsonf")
                  property(outname="program" name="app-name" format="jsonf")
                  property(outname="id" name="msgid" format="jsonf")
                  property(outname="facility" name="syslogfacility-text" format="jsonf")
                  property(outname="severity" name="syslogseverity-text" format="jsonf")
                  property(outname="time" name="timereported" dateFormat="rfc3339" format="jsonf")
                  property(outname="text" name="msg" format="jsonf")
                }
                ruleset(name="taken") {
                  action(type="omfile" file="%s" template="parts")
                }
                input(type="imtcp" address="127.0.0.1" port="0" listenPortFileName="%s" ruleset="taken")
                """.formatted(global, driver, messages(), port));
        server = new ProcessBuilder(
                        RSYSLOGD.toString(),
                        "-n",
                        "-i",
                        directory.resolve("pid").toString(),
                        "-f",
                        rules.toString())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("log").toFile())
                .start();
        return Integer.parseInt(await(port, 1).get(0));
    }

    private Path messages() {
        return directory.resolve("messages");
    }

    private List<JsonNode> read(int atLeast) throws Exception {
        var messages = new ArrayList<JsonNode>();
        for (var line : await(messages(), atLeast)) {
            messages.add(JSON.readTree(line));
        }
        return messages;
    }

    private List<String> await(Path file, int lines) throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            var read = Files.exists(file) ? Files.readAllLines(file) : List.<String>of();
            if (read.size() >= lines) {
                return read;
            }
            assertThat(server.waitFor(20, TimeUnit.MILLISECONDS))
                    .as("rsyslog ended: %s", Files.readString(directory.resolve("log")))
                    .isFalse();
        }
        throw new AssertionError("rsyslog wrote too little: " + Files.readString(directory.resolve("log")));
    }

    private static Attempt deliver(SyslogSink sink, Alert alert) {
        return sink.deliver(new Parcel(alert, 1, Optional.empty()));
    }

    private static SyslogSink sink(String server, String... more) {
        return SyslogSink.from(PlanFile.parse(
                "sink", String.join("\n", List.of("server: " + server, "host: soc-1", String.join("\n", more)))));
    }
}
