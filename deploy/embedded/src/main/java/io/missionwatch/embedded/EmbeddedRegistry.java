package io.missionwatch.embedded;

import io.missionwatch.embedded.registry.RegistryServer;
import java.io.IOException;
import java.net.BindException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A schema registry in this process that speaks Confluent's REST contract for Avro on the loopback interface. Its state
 * is the compacted topic {@code _schemas}; one registry writes to a cluster at a time.
 */
public final class EmbeddedRegistry implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedRegistry.class);

    private final RegistryServer server;

    private EmbeddedRegistry(RegistryServer server) {
        this.server = server;
    }

    /** Starts a registry at a port of its own choice. */
    public static EmbeddedRegistry start(String bootstrapServers) {
        return start(bootstrapServers, 0);
    }

    /**
     * Starts a registry and returns once it serves all that the cluster's log holds.
     *
     * @param port where clients reach it; 0 for any free port
     * @throws EmbeddedStartException if the port is taken or the broker does not answer
     */
    public static EmbeddedRegistry start(String bootstrapServers, int port) {
        try {
            var registry = new EmbeddedRegistry(RegistryServer.start(bootstrapServers, port));
            LOG.info("Embedded schema registry started url={}", registry.url());
            return registry;
        } catch (BindException e) {
            throw new EmbeddedStartException("port " + port + " cannot be used: " + e.getMessage(), e);
        } catch (IOException | ExecutionException | TimeoutException | KafkaException e) {
            throw new EmbeddedStartException(
                    "the schema registry cannot start on " + bootstrapServers + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EmbeddedStartException("interrupted while the schema registry started", e);
        }
    }

    /** The address for {@code schema.registry.url}. */
    public String url() {
        return "http://127.0.0.1:" + server.port();
    }

    @Override
    public void close() {
        server.close();
        LOG.info("Embedded schema registry stopped");
    }
}
