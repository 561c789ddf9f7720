package io.missionwatch.runtime.kafka;

import io.missionwatch.cloudevents.CloudEventAttributes;
import io.missionwatch.cloudevents.CloudEventHeaders;
import io.missionwatch.cloudevents.TraceParent;
import java.net.URI;
import java.time.Instant;
import java.util.function.Function;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.FixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorContext;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorSupplier;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;

/**
 * The last step before a topic: says in headers what the record is, as CloudEvents in binary mode do, and carries the
 * trace of what it was made from one step on.
 *
 * @param <K> type of the keys
 * @param <V> type of the values
 */
public final class CloudEventStamp<K, V> implements FixedKeyProcessorSupplier<K, V, V> {

    private final URI source;
    private final String type;
    private final Function<V, String> id;

    /**
     * A stamp.
     *
     * @param source the service that makes the records, such as {@code /missionwatch/enrich}
     * @param type what they are, such as {@code io.missionwatch.article.enriched}
     * @param id the id of a value, the same when it is made again
     */
    public CloudEventStamp(String source, String type, Function<V, String> id) {
        this.source = URI.create(source);
        this.type = type;
        this.id = id;
    }

    @Override
    public FixedKeyProcessor<K, V, V> get() {
        return new Stamping();
    }

    private final class Stamping implements FixedKeyProcessor<K, V, V> {

        private FixedKeyProcessorContext<K, V> context;

        @Override
        public void init(FixedKeyProcessorContext<K, V> initialised) {
            context = initialised;
        }

        @Override
        public void process(FixedKeyRecord<K, V> record) {
            // Records made from one share its headers until somebody copies them.
            var headers = new RecordHeaders(record.headers().toArray());
            var trace = CloudEventHeaders.trace(headers).map(TraceParent::next).orElseGet(TraceParent::start);
            CloudEventHeaders.write(headers, trace);
            if (record.value() != null) {
                var made = Instant.ofEpochMilli(record.timestamp());
                CloudEventHeaders.write(
                        headers, new CloudEventAttributes(id.apply(record.value()), source, type, made));
            }
            context.forward(record.withHeaders(headers));
        }
    }
}
