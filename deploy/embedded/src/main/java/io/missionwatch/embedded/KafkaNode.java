package io.missionwatch.embedded;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import kafka.server.BrokerServer;
import kafka.server.ControllerServer;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.server.Server;
import kafka.server.SharedServer;
import kafka.server.StandardFaultHandlerFactory;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.image.MetadataDelta;
import org.apache.kafka.image.MetadataImage;
import org.apache.kafka.image.loader.LoaderManifest;
import org.apache.kafka.image.publisher.MetadataPublisher;
import org.apache.kafka.raft.QuorumConfig;
import org.apache.kafka.server.ServerSocketFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Kafka's controller and broker in one node, started one after the other.
 *
 * <p>After a kill the cluster still takes the dead broker for alive until its session ends. A broker that starts before
 * that finds itself the leader of everything, resumes the transactions that were decided but not yet marked in their
 * partitions, and loses its leadership while it does; Kafka 4.3.1 then takes those partitions for deleted, calls the
 * transactions complete and never marks them, so that what they wrote stays hidden for good. So the broker here starts
 * once the cluster has given up its former self.
 */
final class KafkaNode {
    private static final Logger LOG = LoggerFactory.getLogger(KafkaNode.class);
    /** Many times the session of a broker, see {@link BrokerSettings}. */
    private static final Duration LONGEST_SESSION = Duration.ofSeconds(60);

    private final KafkaConfig config;
    private final SharedServer shared;
    private final ControllerServer controller;
    private final BrokerServer broker;

    KafkaNode(KafkaConfig config) {
        this.config = config;
        var state = KafkaRaftServer.initializeLogDirs(config, LOG, "[node] ");
        var metrics = Server.initializeMetrics(
                config, Time.SYSTEM, state._1().clusterId().orElseThrow());
        shared = new SharedServer(
                config,
                state._1(),
                Time.SYSTEM,
                metrics,
                CompletableFuture.completedFuture(
                        QuorumConfig.parseVoterConnections(config.quorumConfig().voters())),
                List.of(),
                new StandardFaultHandlerFactory(),
                ServerSocketFactory.INSTANCE);
        controller = new ControllerServer(shared, KafkaRaftServer.configSchema(), state._2());
        broker = new BrokerServer(shared);
    }

    /** Returns once the broker serves; throws what Kafka throws if it cannot. */
    void startup() {
        controller.startup();
        awaitFormerSelfGone();
        broker.startup();
    }

    private void awaitFormerSelfGone() {
        var watch = new FormerSelf();
        try {
            shared.loader().installPublishers(List.of(watch)).get();
            watch.gone.get(LONGEST_SESSION.toMillis(), TimeUnit.MILLISECONDS);
            shared.loader().removeAndClosePublisher(watch).get();
        } catch (ExecutionException e) {
            throw new KafkaException("the cluster's metadata cannot be read", e.getCause());
        } catch (TimeoutException e) {
            throw new KafkaException(
                    "the cluster still has a broker " + config.nodeId() + " after " + LONGEST_SESSION, e);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    /** Stops what runs of it, the broker first. */
    void shutdown() {
        broker.shutdown();
        controller.shutdown();
    }

    void awaitShutdown() {
        broker.awaitShutdown();
        controller.awaitShutdown();
    }

    /** Completes when the cluster's metadata name no broker of this node that is alive. */
    private final class FormerSelf implements MetadataPublisher {
        private final CompletableFuture<Void> gone = new CompletableFuture<>();

        @Override
        public String name() {
            return "FormerSelf";
        }

        @Override
        public void onMetadataUpdate(MetadataDelta delta, MetadataImage image, LoaderManifest manifest) {
            var alive = Optional.ofNullable(image.cluster().broker(config.nodeId()))
                    .filter(registration -> !registration.fenced());
            if (alive.isEmpty()) {
                gone.complete(null);
            }
        }

        @Override
        public void close() {
            // It holds nothing.
        }
    }
}
