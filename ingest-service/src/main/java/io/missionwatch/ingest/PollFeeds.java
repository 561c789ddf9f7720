package io.missionwatch.ingest;

import io.missionwatch.ingest.polling.FeedFetch;
import io.missionwatch.ingest.polling.PageFetch;
import io.missionwatch.ingest.polling.PollSchedule;
import io.missionwatch.ingest.websub.Subscriptions;
import io.missionwatch.schema.Feed;
import java.time.Duration;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * Polls feeds when they are due and sends on what is new in them, with how each feed is doing. Remembers every feed and
 * its state for as long as it exists, the items of each for a while after they have left its document, and which
 * addresses are one article.
 *
 * @param fetch gets and reads a feed
 * @param pages reads the pages behind items
 * @param desk does so off the stream thread
 * @param schedule when a feed is due
 * @param manners how much at once
 * @param articlesKept how long an article is known
 * @param feedSerde of the feeds kept
 * @param meters counts
 * @param pushes tells which feeds have changed, where hubs do
 */
record PollFeeds(
        FeedFetch fetch,
        PageFetch pages,
        Desk desk,
        PollSchedule schedule,
        Manners manners,
        Duration articlesKept,
        Serde<Feed> feedSerde,
        IngestMeters meters,
        Subscriptions pushes)
        implements ProcessorSupplier<String, Feed, String, SpecificRecord> {

    static final String FEEDS = "polled-feeds";
    static final String STATES = "feed-states";
    static final String ITEMS = "seen-items";
    static final String ALIASES = "article-aliases";

    /**
     * How much is done at once.
     *
     * @param perHost polls of one host at the same time
     * @param tick time between two looks at what is due
     * @param firstSpread time over which the first polls of new feeds are spread
     */
    record Manners(int perHost, Duration tick, Duration firstSpread) {}

    @Override
    public Processor<String, Feed, String, SpecificRecord> get() {
        return new FeedPoller(this);
    }

    @Override
    public Set<StoreBuilder<?>> stores() {
        return Set.of(
                Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(FEEDS), Serdes.String(), feedSerde),
                Stores.keyValueStoreBuilder(
                        Stores.persistentKeyValueStore(STATES), Serdes.String(), StateSerdes.feedState()),
                Stores.keyValueStoreBuilder(
                        Stores.persistentKeyValueStore(ITEMS), Serdes.String(), StateSerdes.seenItem()),
                Stores.keyValueStoreBuilder(
                        Stores.persistentKeyValueStore(ALIASES), Serdes.String(), StateSerdes.articleAlias()));
    }
}
