package io.missionwatch.embedded;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Kafka's settings for one small node that is broker and controller at once. */
record BrokerSettings(Path directory, int brokerPort, int controllerPort) {
    static final int NODE_ID = 1;
    static final String CONTROLLER = "CONTROLLER";
    private static final String BROKER = "BROKER";
    private static final String LOOPBACK = "127.0.0.1";

    private static final Map<String, String> ONE_NODE = Map.ofEntries(
            Map.entry("auto.create.topics.enable", "false"),
            Map.entry("default.replication.factor", "1"),
            Map.entry("min.insync.replicas", "1"),
            Map.entry("offsets.topic.replication.factor", "1"),
            Map.entry("offsets.topic.num.partitions", "3"),
            Map.entry("transaction.state.log.replication.factor", "1"),
            Map.entry("transaction.state.log.min.isr", "1"),
            Map.entry("transaction.state.log.num.partitions", "3"),
            Map.entry("share.coordinator.state.topic.replication.factor", "1"),
            Map.entry("share.coordinator.state.topic.min.isr", "1"),
            Map.entry("share.coordinator.state.topic.num.partitions", "1"),
            Map.entry("group.initial.rebalance.delay.ms", "0"),
            // A node that was killed has to wait for its own old session to end before it may register again.
            Map.entry("broker.session.timeout.ms", "3000"),
            Map.entry("broker.heartbeat.interval.ms", "750"),
            // What a killed writer left open hides what others wrote after it; the broker looks for such every 10 s.
            Map.entry("transaction.abort.timed.out.transaction.cleanup.interval.ms", "1000"),
            Map.entry("message.max.bytes", "2097152"),
            Map.entry("replica.fetch.max.bytes", "2097152"));

    private static final Map<String, String> SMALL = Map.of(
            "num.network.threads", "1",
            "num.io.threads", "2",
            "background.threads", "2",
            "num.recovery.threads.per.data.dir", "2",
            "log.cleaner.dedupe.buffer.size", "2097152",
            "log.index.size.max.bytes", "1048576",
            "metadata.log.segment.bytes", "8388608",
            "metadata.max.retention.bytes", "16777216");

    String bootstrap() {
        return LOOPBACK + ":" + brokerPort;
    }

    Map<String, String> asKafkaConfig() {
        var settings = new HashMap<String, String>();
        settings.putAll(ONE_NODE);
        settings.putAll(SMALL);
        settings.put("process.roles", "broker,controller");
        settings.put("node.id", Integer.toString(NODE_ID));
        settings.put("controller.quorum.voters", NODE_ID + "@" + LOOPBACK + ":" + controllerPort);
        settings.put("listeners", listener(BROKER, brokerPort) + "," + listener(CONTROLLER, controllerPort));
        settings.put("advertised.listeners", listener(BROKER, brokerPort));
        settings.put("listener.security.protocol.map", BROKER + ":PLAINTEXT," + CONTROLLER + ":PLAINTEXT");
        settings.put("inter.broker.listener.name", BROKER);
        settings.put("controller.listener.names", CONTROLLER);
        settings.put("log.dirs", directory.toString());
        return Map.copyOf(settings);
    }

    private static String listener(String name, int port) {
        return name + "://" + LOOPBACK + ":" + port;
    }
}
