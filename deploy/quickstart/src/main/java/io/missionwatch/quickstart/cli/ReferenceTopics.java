package io.missionwatch.quickstart.cli;

import io.missionwatch.cloudevents.CloudEventHeaders;
import io.missionwatch.enrich.reference.ReferenceFile;
import io.missionwatch.enrich.wire.ReferenceRecords;
import io.missionwatch.quickstart.stack.Cluster;
import io.missionwatch.schema.ActorEntry;
import io.missionwatch.schema.PlaceEntry;
import io.missionwatch.topics.Topic;
import io.missionwatch.topics.TopicCatalogue;
import io.missionwatch.topics.WholeTopic;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** The topics of operators' actors and places. */
final class ReferenceTopics implements AutoCloseable {

    private static final List<Topic> TOPICS = List.of(TopicCatalogue.REFERENCE_ACTORS, TopicCatalogue.REFERENCE_PLACES);

    private final Cluster cluster;
    private final String by;

    /**
     * Those of a cluster.
     *
     * @param by who changes them, for the audit
     */
    ReferenceTopics(Cluster cluster, String by) {
        this.cluster = cluster;
        this.by = by;
    }

    /** A line for each entry. */
    List<String> entries() {
        var lines = new ArrayList<String>();
        newest(TopicCatalogue.REFERENCE_ACTORS)
                .forEach((id, bytes) -> lines.add("actor " + id + " "
                        + value(TopicCatalogue.REFERENCE_ACTORS, ActorEntry.class, bytes)
                                .getName()));
        newest(TopicCatalogue.REFERENCE_PLACES)
                .forEach((id, bytes) -> lines.add("place " + id + " "
                        + value(TopicCatalogue.REFERENCE_PLACES, PlaceEntry.class, bytes)
                                .getName()));
        return lines;
    }

    /** Writes all entries of a file; returns when all copies have them. */
    void put(ReferenceFile file) {
        var records = new ArrayList<ProducerRecord<byte[], byte[]>>();
        file.actors()
                .forEach(actor -> records.addAll(change(
                        TopicCatalogue.REFERENCE_ACTORS,
                        actor.id(),
                        bytes(TopicCatalogue.REFERENCE_ACTORS, ActorEntry.class, ReferenceRecords.write(actor)))));
        file.places()
                .forEach(place -> records.addAll(change(
                        TopicCatalogue.REFERENCE_PLACES,
                        place.id(),
                        bytes(TopicCatalogue.REFERENCE_PLACES, PlaceEntry.class, ReferenceRecords.write(place)))));
        send(records);
    }

    /** Removes entries; returns the ids that none has. */
    List<String> remove(List<String> ids) {
        var missing = new ArrayList<>(ids);
        var records = new ArrayList<ProducerRecord<byte[], byte[]>>();
        for (var topic : TOPICS) {
            var there = newest(topic).keySet();
            ids.stream().filter(there::contains).forEach(id -> {
                missing.remove(id);
                records.addAll(change(topic, id, null));
            });
        }
        send(records);
        return missing;
    }

    /** The record of a change, and its entry in the audit. */
    private List<ProducerRecord<byte[], byte[]>> change(Topic topic, String id, byte[] value) {
        var now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        var record = new ProducerRecord<>(topic.name(), id.getBytes(StandardCharsets.UTF_8), value);
        CloudEventHeaders.begin(record.headers(), Cluster.SOURCE, "io.missionwatch.reference", now);
        var action = value == null ? "reference.removed" : "reference.put";
        return List.of(record, cluster.audit().record(by, now, action, topic.name() + " " + id, ""));
    }

    private <T extends SpecificRecord> byte[] bytes(Topic topic, Class<T> type, T value) {
        return cluster.serdes().of(type).serializer().serialize(topic.name(), value);
    }

    private <T extends SpecificRecord> T value(Topic topic, Class<T> type, byte[] bytes) {
        return cluster.serdes().of(type).deserializer().deserialize(topic.name(), bytes);
    }

    private void send(List<ProducerRecord<byte[], byte[]>> records) {
        try (var producer = new KafkaProducer<>(
                cluster.kafka().forProducer(), new ByteArraySerializer(), new ByteArraySerializer())) {
            var sent = new ArrayList<Future<?>>();
            records.forEach(record -> sent.add(producer.send(record)));
            for (var one : sent) {
                one.get();
            }
        } catch (ExecutionException refused) {
            throw new CommandFailure(
                    "not everything was written: " + refused.getCause().getMessage(), refused);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new CommandFailure("stopped before everything was written", stopped);
        }
    }

    /** The newest record of every id that has one. */
    private SortedMap<String, byte[]> newest(Topic topic) {
        try (var consumer = new KafkaConsumer<>(
                cluster.kafka().forConsumer(), new StringDeserializer(), new ByteArrayDeserializer())) {
            return WholeTopic.newest(consumer, topic.name());
        }
    }

    @Override
    public void close() {
        cluster.close();
    }
}
