package io.missionwatch.alert.deliveries.syslog;

import io.missionwatch.alert.deliveries.outbox.Attempt;
import io.missionwatch.alert.deliveries.outbox.Parcel;
import io.missionwatch.alert.deliveries.outbox.Sink;
import io.missionwatch.alert.deliveries.plan.PlanMap;
import io.missionwatch.alert.deliveries.transport.Trust;
import io.missionwatch.schema.Alert;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/**
 * Sends CEF to a syslog server over one connection that is kept. Syslog answers nothing: a message counts as taken once
 * it is written to a connection that the server has not closed, which is looked at before and after. A server that reads no
 * more would hold a write for ever, so whatever takes longer than the timeout loses its connection.
 */
public final class SyslogSink implements Sink {

    private static final int TLS_PORT = 6514;
    private static final int TCP_PORT = 601;

    private final URI server;
    private final SyslogFrame frame;
    private final Duration timeout;
    private final Optional<SSLContext> tls;
    private final ScheduledExecutorService deadlines = Executors.newSingleThreadScheduledExecutor(task -> {
        var thread = new Thread(task, "syslog-deadlines");
        thread.setDaemon(true);
        return thread;
    });
    // The connection below TLS: closing that one never waits, whatever hangs in it.
    private volatile Socket wire = new Socket();
    private volatile boolean closed;
    private Optional<Socket> connection = Optional.empty();

    private SyslogSink(URI server, SyslogFrame frame, Duration timeout, Optional<SSLContext> tls) {
        this.server = server;
        this.frame = frame;
        this.timeout = timeout;
        this.tls = tls;
    }

    /**
     * The server that a sink's map names.
     *
     * @throws io.missionwatch.runtime.settings.SettingException naming the key that is missing or wrong
     */
    public static SyslogSink from(PlanMap sink) {
        var server = sink.address("server", List.of("tcp", "tls"));
        var authorities = sink.find("ca-file", Trust::ofFile);
        var host = sink.find("host").orElseGet(SyslogSink::thisHost);
        var frame = new SyslogFrame(host, sink.number("facility", 16, 0, 23));
        var tls = server.getScheme().equals("tls")
                ? Optional.of(authorities.orElseGet(Trust::ofRuntime))
                : Optional.<SSLContext>empty();
        return new SyslogSink(server, frame, sink.duration("timeout", "10s"), tls);
    }

    @Override
    public synchronized Attempt deliver(Parcel parcel) {
        if (closed) {
            return Attempt.Failed.because("the service stops");
        }
        var late = new AtomicBoolean();
        var deadline = deadlines.schedule(() -> cutAsLate(late), timeout.toMillis(), TimeUnit.MILLISECONDS);
        try {
            return send(parcel.alert());
        } catch (IOException failure) {
            drop();
            return Attempt.Failed.because(
                    late.get()
                            ? "not taken within " + timeout.toSeconds() + " s"
                            : "not sent: " + failure.getClass().getSimpleName());
        } finally {
            deadline.cancel(false);
        }
    }

    private Attempt send(Alert alert) throws IOException {
        var socket = connected();
        socket.getOutputStream().write(frame.of(alert.getSeverity(), alert.getUpdatedAt(), Cef.of(alert)));
        socket.getOutputStream().flush();
        if (isClosedByServer(socket)) {
            drop();
            return Attempt.Failed.because("the server closed the connection");
        }
        return Attempt.DELIVERED;
    }

    /** Ends whatever is under way; it waits for nothing. */
    @Override
    public void close() {
        closed = true;
        deadlines.shutdownNow();
        cut();
    }

    private Socket connected() throws IOException {
        if (connection.isPresent() && isClosedByServer(connection.get())) {
            drop();
        }
        if (connection.isEmpty()) {
            connection = Optional.of(connect());
        }
        return connection.get();
    }

    private Socket connect() throws IOException {
        int port = server.getPort() > 0 ? server.getPort() : tls.isPresent() ? TLS_PORT : TCP_PORT;
        var plain = new Socket();
        wire = plain;
        if (closed) {
            throw new SocketException("the sink is closed");
        }
        try {
            plain.connect(new InetSocketAddress(server.getHost(), port), (int) timeout.toMillis());
            plain.setKeepAlive(true);
            plain.setTcpNoDelay(true);
            plain.setSoTimeout((int) timeout.toMillis());
            return tls.isPresent() ? secured(plain, port) : plain;
        } catch (IOException failure) {
            plain.close();
            throw failure;
        }
    }

    private Socket secured(Socket plain, int port) throws IOException {
        var socket = (SSLSocket) tls.orElseThrow().getSocketFactory().createSocket(plain, server.getHost(), port, true);
        var parameters = socket.getSSLParameters();
        // Without it any certificate of a believed authority would do, whoever it was made for.
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        parameters.setProtocols(new String[] {"TLSv1.3", "TLSv1.2"});
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
    }

    /** A server says nothing; the one thing that can be read is the end. */
    private boolean isClosedByServer(Socket socket) throws IOException {
        socket.setSoTimeout(1);
        try {
            return socket.getInputStream().read() < 0;
        } catch (SocketTimeoutException stillThere) {
            return false;
        } finally {
            socket.setSoTimeout((int) timeout.toMillis());
        }
    }

    private void drop() {
        connection.ifPresent(SyslogSink::close);
        connection = Optional.empty();
    }

    /** Who is cut off while it writes must find the reason there already. */
    private void cutAsLate(AtomicBoolean late) {
        late.set(true);
        cut();
    }

    private void cut() {
        close(wire);
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException alreadyBroken) {
            // There is nothing left of it to close.
        }
    }

    private static String thisHost() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException nameless) {
            return "";
        }
    }
}
