package io.missionwatch.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Ports of the loopback interface. */
public final class Ports {
    private Ports() {}

    /**
     * A port that nobody listens at: the wanted one, or any if that is 0.
     *
     * @throws EmbeddedStartException when somebody listens at the wanted one
     */
    public static int free(int wanted) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), wanted));
            return socket.getLocalPort();
        } catch (IOException | IllegalArgumentException e) {
            throw new EmbeddedStartException("port " + wanted + " cannot be used: " + e.getMessage(), e);
        }
    }
}
