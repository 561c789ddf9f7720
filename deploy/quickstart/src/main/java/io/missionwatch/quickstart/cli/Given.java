package io.missionwatch.quickstart.cli;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/** Checks what a user gives to a command before anything starts, so that a slip costs one line and no wait. */
final class Given {

    private Given() {}

    /** A file that can be read. */
    static Path file(Path path) throws NoSuchFileException {
        if (!Files.exists(path)) {
            throw new NoSuchFileException(path.toString());
        }
        if (Files.isDirectory(path)) {
            throw new CommandFailure(path + " is a directory; name a file");
        }
        if (!Files.isReadable(path)) {
            throw new CommandFailure("no permission to read " + path);
        }
        return path;
    }

    /** Files or directories that are there. */
    static List<Path> paths(List<Path> paths) throws NoSuchFileException {
        for (var path : paths) {
            if (!Files.exists(path)) {
                throw new NoSuchFileException(path.toString());
            }
        }
        return paths;
    }

    /** A directory that can be written to; it is made if need be. */
    static Path directory(Path path) {
        try {
            Files.createDirectories(path);
        } catch (IOException impossible) {
            throw new CommandFailure("cannot make the directory " + path + "; name another", impossible);
        }
        if (!Files.isWritable(path)) {
            throw new CommandFailure("no permission to write to " + path + "; name another directory");
        }
        return path;
    }

    /** A port of the loopback interface that can be listened at; 0 stands for any, and becomes one. */
    static int port(int wanted) throws IOException {
        if (wanted < 0 || wanted > 65_535) {
            throw new CommandFailure("--port must be from 0 to 65535, not " + wanted);
        }
        try (var socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), wanted));
            return socket.getLocalPort();
        } catch (BindException taken) {
            throw new CommandFailure(
                    "port " + wanted + " cannot be used (" + taken.getMessage() + "); choose another with --port",
                    taken);
        }
    }
}
