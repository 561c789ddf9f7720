package io.missionwatch.quickstart.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.missionwatch.embedded.EmbeddedBroker;
import io.missionwatch.embedded.EmbeddedRegistry;
import io.missionwatch.registry.SchemaRegistration;
import io.missionwatch.serde.AvroSerdes;
import io.missionwatch.topics.TopicCatalogue;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReferenceCommandTest {

    @TempDir
    private Path directory;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void findsNoFaultInTheBuiltInData() {
        assertThat(run("reference", "check")).isZero();
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void namesFileLineAndReasonOfAFault() throws IOException {
        var file = write("actors:\n  - {id: zarbul, name: Zarbul, type: ARMED_GROUP, country: QQ}\n");

        assertThat(run("reference", "check", file.toString())).isEqualTo(1);
        assertThat(out.toString().strip()).isEqualTo(file + ":2: actor zarbul: no country has the code QQ");
    }

    @Test
    void putsListsAndRemovesWhatOperatorsAdd() throws Exception {
        var file = write("""
                actors:
                  - {id: zarbul, name: Zarbul Lashkaran, type: ARMED_GROUP, aliases: [Zarbulis]}
                places:
                  - {id: "kabul:example", name: Kart-e-Example, country: AF, latitude: 34.5, longitude: 69.1}
                """);
        try (var broker = EmbeddedBroker.start(directory.resolve("broker"));
                var registry = EmbeddedRegistry.start(broker.bootstrapServers())) {
            prepare(broker.bootstrapServers(), registry.url());
            var cluster = new String[] {"--kafka", broker.bootstrapServers(), "--registry", registry.url()};

            assertThat(run(cluster, "reference", "put", file.toString())).isZero();
            assertThat(run(cluster, "reference", "list")).isZero();
            assertThat(run(cluster, "reference", "remove", "zarbul", "nobody")).isEqualTo(1);
            assertThat(run(cluster, "reference", "list")).isZero();
        }
        assertThat(out.toString().lines())
                .containsExactly(
                        file + ": 1 actors, 1 places",
                        "actor zarbul Zarbul Lashkaran",
                        "place kabul:example Kart-e-Example",
                        "place kabul:example Kart-e-Example");
        assertThat(err.toString().lines()).containsExactly("no operator added nobody");
    }

    private static void prepare(String kafka, String registry) throws Exception {
        var topics = List.of(TopicCatalogue.REFERENCE_ACTORS, TopicCatalogue.REFERENCE_PLACES);
        try (var admin = Admin.create(Map.of("bootstrap.servers", kafka));
                var serdes = new AvroSerdes(Map.of("schema.registry.url", registry))) {
            admin.createTopics(topics.stream()
                            .map(topic -> new NewTopic(topic.name(), 1, (short) 1))
                            .toList())
                    .all()
                    .get();
            SchemaRegistration.registerTopics(serdes.registry(), topics);
        }
    }

    private Path write(String yaml) throws IOException {
        return Files.writeString(directory.resolve("reference.yaml"), yaml);
    }

    private int run(String[] cluster, String command, String subcommand, String... arguments) {
        var all = new java.util.ArrayList<>(List.of(command, subcommand));
        all.addAll(List.of(cluster));
        all.addAll(List.of(arguments));
        return run(all.toArray(String[]::new));
    }

    private int run(String... arguments) {
        return Missionwatch.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
    }
}
