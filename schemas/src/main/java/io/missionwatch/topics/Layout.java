package io.missionwatch.topics;

import java.util.HashMap;
import java.util.Map;

/**
 * How topics are laid out on a cluster.
 *
 * @param sharedPartitions partitions of a {@link Topic.Spread#SHARED} topic
 * @param replicationFactor copies of each partition
 * @param minInSyncReplicas copies that must have a record before it counts as written
 */
public record Layout(int sharedPartitions, short replicationFactor, short minInSyncReplicas) {

    /** The largest record in bytes, 2 MiB. */
    public static final int MAX_MESSAGE_BYTES = 2 * 1024 * 1024;

    /** For a cluster of three brokers or more: 12 partitions, 3 copies, 2 in sync. */
    public static final Layout CLUSTER = new Layout(12, (short) 3, (short) 2);

    /** For the embedded broker: 3 partitions, 1 copy. */
    public static final Layout EMBEDDED = new Layout(3, (short) 1, (short) 1);

    public Layout {
        if (sharedPartitions < 1 || minInSyncReplicas < 1 || replicationFactor < minInSyncReplicas) {
            throw new IllegalArgumentException("partitions and in-sync replicas are at least 1, "
                    + "and replicas at least as many as in-sync replicas");
        }
    }

    /** Partitions that a topic has in this layout. */
    public int partitionsOf(Topic topic) {
        return switch (topic.spread()) {
            case SHARED -> sharedPartitions;
            case SINGLE -> 1;
        };
    }

    /** Kafka's settings of a topic in this layout. */
    public Map<String, String> settingsOf(Topic topic) {
        var settings = new HashMap<>(topic.retention().settings());
        settings.put("max.message.bytes", Integer.toString(MAX_MESSAGE_BYTES));
        settings.put("min.insync.replicas", Short.toString(minInSyncReplicas));
        return Map.copyOf(settings);
    }
}
