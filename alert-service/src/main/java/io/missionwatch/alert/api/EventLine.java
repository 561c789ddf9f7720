package io.missionwatch.alert.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.io.EndPoint;

/** Writes server-sent events to one client; used by one thread, but for {@link #abort}. */
final class EventLine implements StreamClient.Line {

    private static final byte[] HEARTBEAT = ": \n\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] END = "\n\n".getBytes(StandardCharsets.US_ASCII);

    private final OutputStream out;
    private final EndPoint connection;
    private boolean closed;

    private EventLine(OutputStream out, EndPoint connection) {
        this.out = out;
        this.connection = connection;
    }

    static EventLine to(Context request) throws IOException {
        return new EventLine(
                request.res().getOutputStream(),
                ServletContextRequest.getServletContextRequest(request.req())
                        .getConnectionMetaData()
                        .getConnection()
                        .getEndPoint());
    }

    @Override
    public void send(String position, byte[] json) {
        write(("event: alert\nid: " + position + "\ndata: ").getBytes(StandardCharsets.US_ASCII), json, END);
    }

    @Override
    public void gap(String position, String reason) {
        var data = JsonNodeFactory.instance.objectNode().put("reason", reason).toString();
        write(
                ("event: gap\nid: " + position + "\ndata: ").getBytes(StandardCharsets.US_ASCII),
                data.getBytes(StandardCharsets.UTF_8),
                END);
    }

    @Override
    public void heartbeat() {
        write(HEARTBEAT);
    }

    @Override
    public boolean isClosed() {
        return closed;
    }

    /** Without it a write to a client that takes nothing would wait for Jetty's idle timeout. */
    @Override
    public void abort() {
        connection.close();
    }

    private void write(byte[]... pieces) {
        try {
            for (var piece : pieces) {
                out.write(piece);
            }
            out.flush();
        } catch (IOException gone) {
            closed = true;
        }
    }
}
