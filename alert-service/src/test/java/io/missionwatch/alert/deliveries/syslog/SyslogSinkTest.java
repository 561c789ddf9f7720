package io.missionwatch.alert.deliveries.syslog;

import static org.assertj.core.api.Assertions.assertThat;

import io.missionwatch.alert.deliveries.Alerts;
import io.missionwatch.alert.deliveries.Certificates;
import io.missionwatch.alert.deliveries.HostileText;
import io.missionwatch.alert.deliveries.outbox.Attempt;
import io.missionwatch.alert.deliveries.outbox.Parcel;
import io.missionwatch.alert.deliveries.plan.PlanFile;
import io.missionwatch.schema.Alert;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a listener of our own, which reads frames by their octet counts as RFC 6587 says. */
class SyslogSinkTest {

    private final LinkedBlockingQueue<String> messages = new LinkedBlockingQueue<>();
    private final LinkedBlockingQueue<Socket> sockets = new LinkedBlockingQueue<>();

    @Test
    void sendsFramesOverOneConnection() throws Exception {
        try (var server = listen(new ServerSocket(0, 5, InetAddress.getLoopbackAddress()));
                var sink = sink("tcp://127.0.0.1:" + server.getLocalPort())) {
            assertThat(sink.deliver(parcel(Alerts.first()))).isEqualTo(Attempt.DELIVERED);
            assertThat(sink.deliver(parcel(Alerts.alert("b", 2).build()))).isEqualTo(Attempt.DELIVERED);

            assertThat(next())
                    .startsWith("<130>1 2026-03-02T12:00:00.000Z soc-1 missionwatch - alert - CEF:0|Missionwatch|");
            assertThat(next()).contains(" externalId=b ");
            assertThat(sockets).hasSize(1);
        }
    }

    @Test
    void everyFrameOfHostileTextHoldsOneMessage() throws Exception {
        try (var server = listen(new ServerSocket(0, 5, InetAddress.getLoopbackAddress()));
                var sink = sink("tcp://127.0.0.1:" + server.getLocalPort())) {
            for (var text : HostileText.all().toList()) {
                assertThat(sink.deliver(parcel(HostileText.in(text)))).isEqualTo(Attempt.DELIVERED);

                assertThat(next()).startsWith("<130>1 ").doesNotContain("\n");
            }
        }
    }

    @Test
    void connectsAgainAfterTheServerHungUp() throws Exception {
        try (var server = listen(new ServerSocket(0, 5, InetAddress.getLoopbackAddress()));
                var sink = sink("tcp://127.0.0.1:" + server.getLocalPort())) {
            sink.deliver(parcel(Alerts.first()));
            next();
            sockets.take().close();

            assertThat(sink.deliver(parcel(Alerts.alert("b", 1).build()))).isEqualTo(Attempt.DELIVERED);
            assertThat(next()).contains("externalId=b");
        }
    }

    @Test
    void aServerThatReadsNoMoreIsAFailureAfterTheTimeout() throws Exception {
        try (var deaf = deaf();
                var sink = sink("tcp://127.0.0.1:" + deaf.getLocalPort(), "timeout: 300ms")) {
            assertThat(firstFailure(sink)).isEqualTo(Attempt.Failed.because("not taken within 0 s"));
        }
    }

    @Test
    void aWriteThatHangsHoldsUpNoEnd() throws Exception {
        try (var deaf = deaf()) {
            var sink = sink("tcp://127.0.0.1:" + deaf.getLocalPort(), "timeout: 1h");
            var delivery = CompletableFuture.supplyAsync(() -> firstFailure(sink));
            sockets.take();

            sink.close();

            assertThat(delivery.get(10, TimeUnit.SECONDS)).isInstanceOf(Attempt.Failed.class);
        }
    }

    @Test
    void aServerThatIsNotThereIsAFailure() throws Exception {
        int port;
        try (var taken = new ServerSocket(0)) {
            port = taken.getLocalPort();
        }
        try (var sink = sink("tcp://127.0.0.1:" + port)) {
            assertThat(sink.deliver(parcel(Alerts.first()))).isInstanceOf(Attempt.Failed.class);
        }
    }

    @Test
    void speaksTlsWithWhomItBelieves(@TempDir Path directory) throws Exception {
        var certificates = Certificates.make(directory);
        var factory = certificates.context().getServerSocketFactory();
        try (var server = listen(factory.createServerSocket(0, 5, InetAddress.getLoopbackAddress()));
                var trusting = sink("tls://localhost:" + server.getLocalPort(), "ca-file: " + certificates.pem());
                var doubting = sink("tls://localhost:" + server.getLocalPort())) {
            assertThat(trusting.deliver(parcel(Alerts.first()))).isEqualTo(Attempt.DELIVERED);
            assertThat(next()).contains("CEF:0|");

            assertThat(doubting.deliver(parcel(Alerts.first())))
                    .isInstanceOfSatisfying(
                            Attempt.Failed.class,
                            failed -> assertThat(failed.reason()).contains("SSL"));
        }
    }

    private static SyslogSink sink(String server, String... more) {
        var yaml = String.join("\n", List.of("server: " + server, "host: soc-1", String.join("\n", more)));
        return SyslogSink.from(PlanFile.parse("sink", yaml));
    }

    private static Parcel parcel(Alert alert) {
        return new Parcel(alert, 1, Optional.empty());
    }

    /** Sends until the buffers of a server that does not read are full. */
    private static Attempt firstFailure(SyslogSink sink) {
        var place = Alerts.kabul();
        place.setName("x".repeat(4000));
        var alert = Alerts.alert("a", 1)
                .setPlaces(List.of(place))
                .setReasons(List.of("x".repeat(4000)))
                .build();
        return Stream.generate(() -> sink.deliver(parcel(alert)))
                .filter(Attempt.Failed.class::isInstance)
                .findFirst()
                .orElseThrow();
    }

    /** A server that takes a connection and never reads from it. */
    private ServerSocket deaf() throws IOException {
        var server = new ServerSocket();
        server.setReceiveBufferSize(4096);
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        start(() -> sockets.add(server.accept()));
        return server;
    }

    private String next() throws InterruptedException {
        return Optional.ofNullable(messages.poll(10, TimeUnit.SECONDS)).orElseThrow();
    }

    private ServerSocket listen(ServerSocket server) {
        start(() -> {
            while (true) {
                var socket = server.accept();
                sockets.add(socket);
                start(() -> read(socket.getInputStream()));
            }
        });
        return server;
    }

    private interface Work {
        void run() throws IOException;
    }

    private static void start(Work work) {
        var thread = new Thread(() -> {
            try {
                work.run();
            } catch (IOException closed) {
                // The test is over, or it closed the connection itself.
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    private void read(InputStream in) throws IOException {
        for (int length = length(in); length > 0; length = length(in)) {
            messages.add(new String(in.readNBytes(length), StandardCharsets.UTF_8));
        }
    }

    private static int length(InputStream in) throws IOException {
        int length = 0;
        for (int digit = in.read(); digit != ' '; digit = in.read()) {
            if (digit < '0' || digit > '9') {
                return -1;
            }
            length = length * 10 + digit - '0';
        }
        return length;
    }
}
