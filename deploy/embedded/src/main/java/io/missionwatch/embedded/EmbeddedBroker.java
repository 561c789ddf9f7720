package io.missionwatch.embedded;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import kafka.server.KafkaConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.Feature;
import org.apache.kafka.server.common.MetadataVersion;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One Kafka node in this process, in KRaft mode, that listens on the loopback interface only. Its directory holds all
 * of its state and may be started again, on other ports too. It never makes topics by itself.
 */
public final class EmbeddedBroker implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedBroker.class);
    private static final int MOST_TRIES = 3;

    private final KafkaNode node;
    private final BrokerSettings settings;
    private final DirectoryLock lock;
    private final AtomicBoolean closed = new AtomicBoolean();

    private EmbeddedBroker(KafkaNode node, BrokerSettings settings, DirectoryLock lock) {
        this.node = node;
        this.settings = settings;
        this.lock = lock;
    }

    /** Starts a broker at a port of its own choice. */
    public static EmbeddedBroker start(Path directory) {
        return start(directory, 0);
    }

    /**
     * Starts a broker and returns once it serves.
     *
     * @param directory its state; made and formatted if it is not there
     * @param port where clients reach it; 0 for any free port
     * @throws EmbeddedStartException if the port is taken or the directory is not to be used
     */
    public static EmbeddedBroker start(Path directory, int port) {
        var lock = prepare(directory);
        try {
            return start(directory.toAbsolutePath(), port, lock);
        } catch (RuntimeException e) {
            release(lock);
            throw e;
        }
    }

    private static EmbeddedBroker start(Path directory, int port, DirectoryLock lock) {
        for (var attempt = 1; ; attempt++) {
            var settings = new BrokerSettings(directory, Ports.free(port), Ports.free(0));
            try {
                return new EmbeddedBroker(serve(settings), settings, lock);
            } catch (KafkaException e) {
                // Another process may take a free port before the broker does.
                if (attempt == MOST_TRIES || !e.toString().contains("failed to bind")) {
                    throw new EmbeddedStartException("the broker cannot start in " + directory + ": " + reason(e), e);
                }
            }
        }
    }

    private static KafkaNode serve(BrokerSettings settings) {
        var node = new KafkaNode(new KafkaConfig(settings.asKafkaConfig(), false));
        try {
            node.startup();
        } catch (RuntimeException e) {
            node.shutdown();
            throw e;
        }
        LOG.info("Embedded broker started bootstrap={} directory={}", settings.bootstrap(), settings.directory());
        return node;
    }

    private static DirectoryLock prepare(Path directory) {
        try {
            Files.createDirectories(directory);
            var lock = DirectoryLock.take(directory);
            format(directory, lock);
            return lock;
        } catch (IOException e) {
            throw new EmbeddedStartException("directory " + directory + " cannot be used: " + e.getMessage(), e);
        }
    }

    private static void format(Path directory, DirectoryLock lock) {
        try {
            if (!Files.exists(directory.resolve("meta.properties"))) {
                formatter(directory.toAbsolutePath().toString()).run();
            }
        } catch (Exception e) {
            release(lock);
            throw new EmbeddedStartException("directory " + directory + " cannot be formatted: " + e.getMessage(), e);
        }
    }

    private static void release(DirectoryLock lock) {
        try {
            lock.close();
        } catch (IOException e) {
            LOG.warn("The lock of the broker's directory was not released", e);
        }
    }

    private static Formatter formatter(String directory) {
        return new Formatter()
                .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                .setClusterId(Uuid.randomUuid().toString())
                .setNodeId(BrokerSettings.NODE_ID)
                .addDirectory(directory)
                .setMetadataLogDirectory(directory)
                .setReleaseVersion(MetadataVersion.latestProduction())
                .setSupportedFeatures(Feature.PRODUCTION_FEATURES)
                .setUnstableFeatureVersionsEnabled(false)
                .setControllerListenerName(BrokerSettings.CONTROLLER);
    }

    private static String reason(Throwable e) {
        return e.getCause() == null ? e.getMessage() : e.getCause().getMessage();
    }

    /** Whether a broker, of this process or of another, has its data in a directory and uses it now. */
    public static boolean isRunningIn(Path directory) {
        if (!Files.isDirectory(directory)) {
            return false;
        }
        try {
            DirectoryLock.take(directory).close();
            return false;
        } catch (IOException | EmbeddedStartException inUse) {
            return true;
        }
    }

    /** The address for {@code bootstrap.servers}. */
    public String bootstrapServers() {
        return settings.bootstrap();
    }

    /** Stops the broker; all that was acknowledged is in its directory. */
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            node.shutdown();
            node.awaitShutdown();
            release(lock);
            LOG.info("Embedded broker stopped bootstrap={}", settings.bootstrap());
        }
    }
}
