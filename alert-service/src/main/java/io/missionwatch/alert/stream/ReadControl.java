package io.missionwatch.alert.stream;

import io.micrometer.core.instrument.MeterRegistry;
import io.missionwatch.alert.metrics.AlertMetric;
import io.missionwatch.alert.stream.ControlRefusals.Position;
import io.missionwatch.alert.stream.LiveControl.Target;
import io.missionwatch.registry.RegistryException;
import io.missionwatch.runtime.BrokenMachineException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads a control topic on the thread of the global stores, not on one that handles events. Remembers the last good bytes
 * of every key in memory; a record that cannot be read or honoured changes nothing and is handed to whoever keeps dead
 * letters. At its start it builds everything anew from the store, before the first event is matched.
 *
 * @param <T> type of the values
 */
final class ReadControl<T> implements Processor<String, byte[], Void, Void> {

    private static final Logger LOG = LoggerFactory.getLogger(ReadControl.class);

    private final String topic;
    private final Deserializer<T> values;
    private final Target<T> target;
    private final ControlRefusals refusals;
    private final MeterRegistry metrics;
    private KeyValueStore<String, byte[]> store;
    private ProcessorContext<Void, Void> context;

    ReadControl(
            String topic, Deserializer<T> values, Target<T> target, ControlRefusals refusals, MeterRegistry metrics) {
        this.topic = topic;
        this.values = values;
        this.target = target;
        this.refusals = refusals;
        this.metrics = metrics;
    }

    static String storeOf(String topic) {
        return topic.replace('.', '-');
    }

    @Override
    public void init(ProcessorContext<Void, Void> initialised) {
        context = initialised;
        store = context.getStateStore(storeOf(topic));
        target.reset();
        try (var all = store.all()) {
            all.forEachRemaining(entry -> target.put(entry.key, values.deserialize(topic, entry.value)));
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
            target.put(record.key(), values.deserialize(topic, record.value()));
            store.put(record.key(), record.value());
        } catch (RetriableException | BrokenMachineException | RegistryException mayPass) {
            throw mayPass;
        } catch (RuntimeException bad) {
            refuse(record, bad);
        }
    }

    private void refuse(Record<String, byte[]> record, RuntimeException why) {
        var position = context.recordMetadata()
                .map(metadata -> new Position(metadata.partition(), metadata.offset()))
                .orElse(new Position(0, -1));
        LOG.warn("Control record refused topic={} offset={} because={}", topic, position.offset(), why.getMessage());
        metrics.counter(AlertMetric.CONTROL_REFUSED.id(), "topic", topic).increment();
        refusals.refused(topic, position, record, why);
    }
}
