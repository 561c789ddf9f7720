package io.missionwatch.bench.stream;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A client of the stream that never reads, until it is asked how it went. */
final class SlowClient implements AutoCloseable {

    private static final int BUFFER = 4096;
    private static final int PATIENCE_MILLIS = 3000;

    private final Socket socket;

    private SlowClient(Socket socket) {
        this.socket = socket;
    }

    static SlowClient connect(int port) throws IOException {
        var socket = new Socket();
        socket.setReceiveBufferSize(BUFFER);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        socket.getOutputStream().write(Crowd.request(port).array());
        return new SlowClient(socket);
    }

    /** Reads what is on its way; a client that was cut off comes to an end before it has all. */
    String outcome(int sent) throws IOException {
        socket.setSoTimeout(PATIENCE_MILLIS);
        int got = 0;
        try {
            var text = new StringBuilder();
            var buffer = new byte[64 * 1024];
            for (int length = socket.getInputStream().read(buffer);
                    length >= 0;
                    length = socket.getInputStream().read(buffer)) {
                text.append(new String(buffer, 0, length, StandardCharsets.ISO_8859_1));
            }
            got = text.toString().split("event: alert", -1).length - 1;
        } catch (java.net.SocketTimeoutException stillThere) {
            return "not cut off";
        } catch (IOException reset) {
            return "cut off (reset)";
        }
        return "cut off after " + got + " of " + sent;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
