package io.missionwatch.alert.deliveries.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/** An SMTP server that knows some addresses no more; it serves one client after the other. */
record PickyServer(ServerSocket socket, String unknown, AtomicInteger mails) implements AutoCloseable {

    /** Refuses every address that has this in it. */
    static PickyServer refusing(String unknown) throws IOException {
        var server =
                new PickyServer(new ServerSocket(0, 5, InetAddress.getLoopbackAddress()), unknown, new AtomicInteger());
        var thread = new Thread(server::serve, "picky-smtp");
        thread.setDaemon(true);
        thread.start();
        return server;
    }

    int port() {
        return socket.getLocalPort();
    }

    private void serve() {
        try {
            while (true) {
                try (var client = socket.accept()) {
                    talk(client);
                }
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }

    private void talk(Socket client) throws IOException {
        var in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
        var out = client.getOutputStream();
        say(out, "220 picky");
        for (var line = in.readLine(); line != null && !line.startsWith("QUIT"); line = in.readLine()) {
            if (line.startsWith("DATA")) {
                say(out, "354 go on");
                readToTheDot(in);
                mails.incrementAndGet();
                say(out, "250 taken");
            } else {
                say(out, line.startsWith("RCPT") && line.contains(unknown) ? "550 nobody of that name" : "250 well");
            }
        }
    }

    private static void readToTheDot(BufferedReader in) throws IOException {
        for (var line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            // What the mail says is for another test.
        }
    }

    private static void say(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
