package io.missionwatch.runtime.control;

import io.micrometer.core.instrument.Counter;
import io.missionwatch.runtime.deadletters.Blame;
import io.missionwatch.runtime.deadletters.DeadLetters;
import io.missionwatch.topics.Topic;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads a control topic on the thread of the global stores, not on one that handles records. Remembers the last good bytes
 * of every key in memory; a record that cannot be read or honoured changes nothing and is handed to whoever keeps dead
 * letters, unless the machine is to blame. At its start it builds everything anew from the whole topic, before the first
 * record is handled.
 *
 * @param topic the topic
 * @param values reads its values
 * @param target takes them over
 * @param refusals keeps those that cannot be honoured
 * @param refused counts them
 * @param <T> type of the values
 */
public record ControlTopic<T>(
        Topic topic, Deserializer<T> values, ControlTarget<T> target, ControlRefusals refusals, Counter refused) {

    private static final Logger LOG = LoggerFactory.getLogger(ControlTopic.class);

    /** Adds the reader of the topic to a topology. */
    public void addTo(Topology topology) {
        topology.addGlobalStore(
                Stores.keyValueStoreBuilder(Stores.inMemoryKeyValueStore(store()), Serdes.String(), Serdes.ByteArray())
                        .withLoggingDisabled(),
                store() + "-source",
                new StringDeserializer(),
                new ByteArrayDeserializer(),
                topic.name(),
                "read-" + store(),
                Reader::new);
    }

    private String store() {
        return topic.name().replace('.', '-');
    }

    private final class Reader implements Processor<String, byte[], Void, Void> {

        private KeyValueStore<String, byte[]> store;
        private ProcessorContext<Void, Void> context;

        @Override
        public void init(ProcessorContext<Void, Void> initialised) {
            context = initialised;
            store = context.getStateStore(store());
            target.reset();
            try (var all = store.all()) {
                all.forEachRemaining(entry -> target.put(entry.key, values.deserialize(topic.name(), entry.value)));
            }
            target.built();
        }

        @Override
        public void process(Record<String, byte[]> record) {
            if (record.key() == null) {
                refuse(record, new IllegalArgumentException("a record without a key"));
            } else if (record.value() == null) {
                store.delete(record.key());
                target.remove(record.key());
            } else {
                put(record);
            }
        }

        private void put(Record<String, byte[]> record) {
            try {
                target.put(record.key(), values.deserialize(topic.name(), record.value()));
                store.put(record.key(), record.value());
            } catch (RuntimeException failure) {
                if (Blame.isOfTheMachine(failure)) {
                    throw failure;
                }
                refuse(record, failure);
            }
        }

        private void refuse(Record<String, byte[]> record, RuntimeException why) {
            var origin = context.recordMetadata()
                    .map(metadata -> new DeadLetters.Origin(topic.name(), metadata.partition(), metadata.offset()))
                    .orElse(new DeadLetters.Origin(topic.name(), 0, -1));
            LOG.warn(
                    "Control record refused topic={} offset={} because={}",
                    topic.name(),
                    origin.offset(),
                    why.getMessage());
            refused.increment();
            refusals.refused(origin, record, why);
        }
    }
}
