package io.missionwatch.e2e;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Stands before a registry at one port and lets its clients through, turns them away, or answers that all is broken. */
final class RegistryFront implements AutoCloseable {

    /** How the registry is, as its clients see it. */
    enum Weather {
        /** Answers. */
        FAIR,
        /** Refuses connections. */
        DOWN,
        /** Answers 503 to everything. */
        FAILING
    }

    private static final byte[] BROKEN = """
            HTTP/1.1 503 Service Unavailable\r
            Content-Length: 0\r
            Connection: close\r
            \r
            """.getBytes(StandardCharsets.US_ASCII);

    private final URI behind;
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        var thread = new Thread(task, "registry-front");
        thread.setDaemon(true);
        return thread;
    });
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private ServerSocket door;
    private volatile Weather weather = Weather.FAIR;

    private RegistryFront(URI behind, ServerSocket door) {
        this.behind = behind;
        this.door = door;
    }

    static RegistryFront before(String url) throws IOException {
        var front = new RegistryFront(URI.create(url), doorSomewhere());
        front.listen();
        return front;
    }

    String url() {
        return "http://127.0.0.1:" + door.getLocalPort();
    }

    /** Changes the weather for connections to come, and ends those there are. */
    void turn(Weather next) throws IOException {
        weather = next;
        if (next == Weather.DOWN) {
            door.close();
        } else if (door.isClosed()) {
            door = doorAt(door.getLocalPort());
            listen();
        }
        for (var socket : open) {
            socket.close();
        }
    }

    /** Where no client's own end of a connection comes to stand while the door is shut. */
    private static ServerSocket doorSomewhere() throws IOException {
        for (int port = 21_000; ; port++) {
            try {
                return doorAt(port);
            } catch (BindException taken) {
                if (port == 21_999) {
                    throw taken;
                }
            }
        }
    }

    private static ServerSocket doorAt(int port) throws IOException {
        var door = new ServerSocket();
        door.setReuseAddress(true);
        door.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        return door;
    }

    private void listen() {
        var listening = door;
        threads.execute(() -> {
            try {
                while (true) {
                    var client = listening.accept();
                    open.add(client);
                    threads.execute(() -> serve(client));
                }
            } catch (IOException closed) {
                // The weather has turned.
            }
        });
    }

    private void serve(Socket client) {
        try (client) {
            if (weather == Weather.FAILING) {
                client.getInputStream().readNBytes(1);
                client.getOutputStream().write(BROKEN);
                client.shutdownOutput();
                client.getInputStream().transferTo(OutputStream.nullOutputStream());
                return;
            }
            try (var server = new Socket(behind.getHost(), behind.getPort())) {
                threads.execute(() -> pass(client, server));
                server.getInputStream().transferTo(client.getOutputStream());
            }
        } catch (IOException ended) {
            // Either side may go at any time.
        } finally {
            open.remove(client);
        }
    }

    private static void pass(Socket from, Socket to) {
        try (InputStream said = from.getInputStream()) {
            said.transferTo(to.getOutputStream());
            to.shutdownOutput();
        } catch (IOException ended) {
            // Either side may go at any time.
        }
    }

    @Override
    public void close() throws IOException {
        turn(Weather.DOWN);
        threads.shutdownNow();
    }
}
