package io.missionwatch.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Keeps a directory for one broker. Kafka's own lock comes too late: its controller writes before it is taken. */
final class DirectoryLock implements AutoCloseable {
    private final FileChannel file;

    private DirectoryLock(FileChannel file) {
        this.file = file;
    }

    /** Takes a directory, or says who has to let it go. */
    static DirectoryLock take(Path directory) throws IOException {
        var file = FileChannel.open(
                directory.resolve("embedded-broker.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (file.tryLock() != null) {
                return new DirectoryLock(file);
            }
        } catch (OverlappingFileLockException e) {
            file.close();
            throw inUse(directory);
        }
        file.close();
        throw inUse(directory);
    }

    private static EmbeddedStartException inUse(Path directory) {
        return new EmbeddedStartException("directory " + directory
                + " is in use by another embedded broker; stop that one, or use another directory");
    }

    /** Lets the directory go. */
    @Override
    public void close() throws IOException {
        file.close();
    }
}
