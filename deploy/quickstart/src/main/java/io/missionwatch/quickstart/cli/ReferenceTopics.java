package io.missionwatch.quickstart.cli;

import io.missionwatch.cloudevents.CloudEventHeaders;
import io.missionwatch.enrich.reference.ReferenceFile;
import io.missionwatch.enrich.wire.ReferenceRecords;
import io.missionwatch.schema.ActorEntry;
import io.missionwatch.schema.PlaceEntry;
import io.missionwatch.serde.AvroSerdes;
import io.missionwatch.topics.Topic;
import io.missionwatch.topics.TopicCatalogue;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The topics of operators' actors and places. */
final class ReferenceTopics implements AutoCloseable {

    private static final URI SOURCE = URI.create("/missionwatch/cli");

    private static final List<Topic> TOPICS = List.of(TopicCatalogue.REFERENCE_ACTORS, TopicCatalogue.REFERENCE_PLACES);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final String kafka;
    private final AvroSerdes serdes;

    ReferenceTopics(String kafka, URI registry) {
        this.kafka = kafka;
        this.serdes = new AvroSerdes(Map.of("schema.registry.url", registry.toString()));
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
        var records = new ArrayList<ProducerRecord<String, byte[]>>();
        file.actors()
                .forEach(actor -> records.add(record(
                        TopicCatalogue.REFERENCE_ACTORS, actor.id(), ActorEntry.class, ReferenceRecords.write(actor))));
        file.places()
                .forEach(place -> records.add(record(
                        TopicCatalogue.REFERENCE_PLACES, place.id(), PlaceEntry.class, ReferenceRecords.write(place))));
        send(records);
    }

    /** Removes entries; returns the ids that none has. */
    List<String> remove(List<String> ids) {
        var missing = new ArrayList<>(ids);
        var records = new ArrayList<ProducerRecord<String, byte[]>>();
        for (var topic : TOPICS) {
            var there = newest(topic).keySet();
            ids.stream().filter(there::contains).forEach(id -> {
                missing.remove(id);
                records.add(stamped(topic, id, null));
            });
        }
        send(records);
        return missing;
    }

    private <T extends SpecificRecord> ProducerRecord<String, byte[]> record(
            Topic topic, String id, Class<T> type, T value) {
        return stamped(topic, id, serdes.of(type).serializer().serialize(topic.name(), value));
    }

    private static ProducerRecord<String, byte[]> stamped(Topic topic, String id, byte[] value) {
        var record = new ProducerRecord<>(topic.name(), id, value);
        CloudEventHeaders.begin(record.headers(), SOURCE, "io.missionwatch.reference", Instant.now());
        return record;
    }

    private <T extends SpecificRecord> T value(Topic topic, Class<T> type, byte[] bytes) {
        return serdes.of(type).deserializer().deserialize(topic.name(), bytes);
    }

    private void send(List<ProducerRecord<String, byte[]>> records) {
        Map<String, Object> properties =
                Map.of("bootstrap.servers", kafka, "acks", "all", "max.block.ms", (int) PATIENCE.toMillis());
        try (var producer = new KafkaProducer<>(properties, new StringSerializer(), new ByteArraySerializer())) {
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
    private Map<String, byte[]> newest(Topic topic) {
        Map<String, Object> properties =
                Map.of("bootstrap.servers", kafka, "isolation.level", "read_committed", "default.api.timeout.ms", (int)
                        PATIENCE.toMillis());
        var newest = new TreeMap<String, byte[]>();
        try (var consumer = new KafkaConsumer<>(properties, new StringDeserializer(), new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(topic.name()).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> {
                    if (record.value() == null) {
                        newest.remove(record.key());
                    } else {
                        newest.put(record.key(), record.value());
                    }
                });
            }
        }
        return newest;
    }

    @Override
    public void close() {
        serdes.close();
    }
}
