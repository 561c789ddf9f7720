package io.missionwatch.quickstart.cli;

import io.missionwatch.registry.RegistryException;
import io.missionwatch.registry.RegistrySettings;
import io.missionwatch.registry.RestRegistryClient;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.regex.Pattern;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigException;

/**
 * A Kafka cluster and a schema registry that the user names. Services wait for theirs as long as it takes; a person who
 * mistyped an address wants to hear of it.
 *
 * @param brokers host:port, several separated by commas
 * @param registry the registry's address
 */
record OutsideParts(String brokers, URI registry) {

    private static final Pattern BROKER = Pattern.compile("(\\[[0-9a-fA-F:]+]|[^:,\\s]+):[0-9]{1,5}");
    private static final int PATIENCE_MILLIS = 10_000;

    OutsideParts {
        for (var broker : brokers.split(",", -1)) {
            if (!BROKER.matcher(broker.strip()).matches()) {
                throw new CommandFailure(
                        "--kafka must be HOST:PORT, several separated by commas, not '" + brokers + "'");
            }
        }
    }

    /**
     * Asks both for a sign of life.
     *
     * @throws CommandFailure naming what does not answer
     */
    void check() {
        askBrokers();
        askRegistry();
    }

    private void askBrokers() {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers", brokers,
                "request.timeout.ms", PATIENCE_MILLIS / 2,
                "default.api.timeout.ms", PATIENCE_MILLIS);
        try (var admin = Admin.create(settings)) {
            admin.describeCluster().nodes().get();
        } catch (ExecutionException | KafkaException silent) {
            throw new CommandFailure("no Kafka broker answers at " + brokers + "; is --kafka right?", silent);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CommandFailure("interrupted while asking for Kafka", interrupted);
        }
    }

    private void askRegistry() {
        try (var client = new RestRegistryClient(
                RegistrySettings.from(Map.of(RegistrySettings.URL, registry.toString(), "max.retries", "1")))) {
            client.globalCompatibility();
        } catch (RegistryException silent) {
            throw new CommandFailure(
                    "no schema registry answers at " + registry + " (" + silent.getMessage()
                            + "); is --registry right?",
                    silent);
        } catch (ConfigException wrong) {
            throw new CommandFailure("--registry must be an http or https address, not " + registry, wrong);
        }
    }
}
