package io.missionwatch.ingest;

import static io.missionwatch.ingest.DrivenIngest.START;
import static io.missionwatch.ingest.DrivenIngest.URL;
import static io.missionwatch.ingest.DrivenIngest.feed;
import static io.missionwatch.ingest.FakeWeb.rss;
import static org.assertj.core.api.Assertions.assertThat;

import io.missionwatch.schema.Article;
import io.missionwatch.schema.Feed;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Kafka Streams closes a task whose transaction failed, and begins the same processor anew on the same stores. */
class RevivedTaskTest {

    @RegisterExtension
    private final DrivenIngest ingest = new DrivenIngest();

    private final MockProcessorContext<String, SpecificRecord> context = new MockProcessorContext<>();

    @Test
    void pollsItsFeedsAgainAndTakesNothingFromItsLifeBefore() {
        ingest.web.serve(URL, rss("https://news.example/1|One"), "a");
        ingest.holdFetches(true);
        var task = task();
        task.init(context);
        task.process(new Record<>("news.example|f", feed("f", URL), 0));
        tick();
        var before = ingest.desk.remove();
        task.close();

        task.init(context);
        before.run();
        tick();
        assertThat(ingest.web.asked).isEmpty();
        ingest.desk.remove().run();
        tick();

        assertThat(context.forwarded())
                .extracting(sent -> sent.record().value())
                .filteredOn(Article.class::isInstance)
                .hasSize(1);
    }

    private Processor<String, Feed, String, SpecificRecord> task() {
        context.setCurrentSystemTimeMs(START.toEpochMilli());
        var polls = ingest.polls();
        store(PollFeeds.FEEDS, polls.feedSerde());
        store(PollFeeds.STATES, StateSerdes.feedState());
        store(PollFeeds.ITEMS, StateSerdes.seenItem());
        store(PollFeeds.ALIASES, StateSerdes.articleAlias());
        return polls.get();
    }

    private <V> void store(String name, Serde<V> values) {
        var store = Stores.keyValueStoreBuilder(Stores.inMemoryKeyValueStore(name), Serdes.String(), values)
                .withLoggingDisabled()
                .build();
        store.init(context.getStateStoreContext(), store);
        context.addStateStore(store);
    }

    private void tick() {
        var ticks = context.scheduledPunctuators();
        ticks.get(ticks.size() - 1).getPunctuator().punctuate(START.toEpochMilli() + 1);
    }
}
