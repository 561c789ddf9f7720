package io.missionwatch.ingest;

import io.missionwatch.ingest.wire.FeedRecords;
import io.missionwatch.schema.Feed;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * Sends every feed to where the feeds of its host are polled, under the key {@code host|feed id}. Remembers, as long as a
 * feed exists, where it was sent, so that a feed that is removed or moves to another host is taken away there.
 */
final class RouteFeeds implements ProcessorSupplier<String, Feed, String, Feed> {

    static final String STORE = "feed-routes";

    @Override
    public Processor<String, Feed, String, Feed> get() {
        return new Router();
    }

    @Override
    public Set<StoreBuilder<?>> stores() {
        return Set.of(
                Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(STORE), Serdes.String(), Serdes.String()));
    }

    /** The partition of a key, by its host alone. */
    static int partitionOf(String key, int partitions) {
        var host = key.substring(0, key.indexOf('|'));
        return Utils.toPositive(Utils.murmur2(host.getBytes(StandardCharsets.UTF_8))) % partitions;
    }

    private static final class Router implements Processor<String, Feed, String, Feed> {

        private ProcessorContext<String, Feed> context;
        private KeyValueStore<String, String> routes;

        @Override
        public void init(ProcessorContext<String, Feed> initialised) {
            context = initialised;
            routes = initialised.getStateStore(STORE);
        }

        @Override
        public void process(Record<String, Feed> record) {
            if (record.value() == null) {
                takeAway(record, routes.delete(record.key()));
                return;
            }
            var feed = FeedRecords.fromRecord(record.value());
            if (!feed.id().equals(record.key())) {
                throw new IllegalArgumentException("the key of a feed must be its id");
            }
            var route = feed.url().getHost().toLowerCase(Locale.ROOT) + "|" + feed.id();
            var before = routes.get(feed.id());
            if (!route.equals(before)) {
                takeAway(record, before);
            }
            routes.put(feed.id(), route);
            context.forward(record.withKey(route));
        }

        private void takeAway(Record<String, Feed> record, String route) {
            if (route != null) {
                context.forward(record.withKey(route).withValue(null));
            }
        }
    }
}
