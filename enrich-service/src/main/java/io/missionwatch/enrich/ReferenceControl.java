package io.missionwatch.enrich;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.missionwatch.enrich.reference.LiveReference;
import io.missionwatch.enrich.wire.ReferenceRecords;
import io.missionwatch.runtime.control.ControlRefusals;
import io.missionwatch.runtime.control.ControlTarget;
import io.missionwatch.runtime.control.ControlTopic;
import io.missionwatch.schema.ActorEntry;
import io.missionwatch.schema.PlaceEntry;
import io.missionwatch.serde.AvroSerdes;
import io.missionwatch.topics.Topic;
import io.missionwatch.topics.TopicCatalogue;
import org.apache.kafka.streams.Topology;

/** Takes over what operators write to the reference topics. */
record ReferenceControl(LiveReference<?> reference, MeterRegistry metrics, ControlRefusals refusals) {

    ReferenceControl {
        metrics.gauge(EnrichMetric.REFERENCE_ADDITIONS.id(), reference, LiveReference::additions);
    }

    void addTo(Topology topology, AvroSerdes serdes) {
        new ControlTopic<>(
                        TopicCatalogue.REFERENCE_ACTORS,
                        serdes.of(ActorEntry.class).deserializer(),
                        actors(),
                        refusals,
                        refused(TopicCatalogue.REFERENCE_ACTORS))
                .addTo(topology);
        new ControlTopic<>(
                        TopicCatalogue.REFERENCE_PLACES,
                        serdes.of(PlaceEntry.class).deserializer(),
                        places(),
                        refusals,
                        refused(TopicCatalogue.REFERENCE_PLACES))
                .addTo(topology);
    }

    private Counter refused(Topic topic) {
        return Counter.builder(EnrichMetric.REFERENCE_REFUSED.id())
                .description(EnrichMetric.REFERENCE_REFUSED.sentence())
                .tag("topic", topic.name())
                .register(metrics);
    }

    private ControlTarget<ActorEntry> actors() {
        return new ControlTarget<>() {
            @Override
            public void put(String key, ActorEntry value) {
                reference.put(ReferenceRecords.read(key, value));
            }

            @Override
            public void remove(String key) {
                reference.removeActor(key);
            }

            @Override
            public void reset() {
                reference.resetActors();
            }

            @Override
            public void built() {
                reference.settle();
            }
        };
    }

    private ControlTarget<PlaceEntry> places() {
        return new ControlTarget<>() {
            @Override
            public void put(String key, PlaceEntry value) {
                reference.put(ReferenceRecords.read(key, value));
            }

            @Override
            public void remove(String key) {
                reference.removePlace(key);
            }

            @Override
            public void reset() {
                reference.resetPlaces();
            }

            @Override
            public void built() {
                reference.settle();
            }
        };
    }
}
