package io.missionwatch.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.missionwatch.registry.RegistryUnavailableException;
import io.missionwatch.serde.AvroSerdes;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class RegistryOutageTest {
    private static final Schema NOTE =
            SchemaBuilder.record("Note").fields().requiredString("text").endRecord();

    @Test
    void aReaderWaitsForTheRegistryAndThenReads(@TempDir Path directory) throws Exception {
        try (var broker = EmbeddedBroker.start(directory)) {
            var port = Ports.free(0);
            var bytes = writtenNote(broker, port);
            try (var serdes = serdes(port)) {
                var read = CompletableFuture.supplyAsync(() -> read(serdes, bytes));
                await().until(() -> !serdes.health().isAvailable());

                try (var registry = EmbeddedRegistry.start(broker.bootstrapServers(), port)) {
                    assertThat(registry.url()).endsWith(":" + port);
                    assertThat(read.get(30, TimeUnit.SECONDS).get("text")).hasToString("hello");
                    assertThat(serdes.health().isAvailable()).isTrue();
                }
            }
        }
    }

    @Test
    void aReaderThatWaitsCanBeStopped() {
        var serdes = serdes(Ports.free(0));
        var read = CompletableFuture.supplyAsync(() -> read(serdes, new byte[] {0, 0, 0, 0, 1, 2}));
        await().until(() -> !serdes.health().isAvailable());

        serdes.close();

        assertThatThrownBy(read::join)
                .isInstanceOf(CompletionException.class)
                .hasCauseInstanceOf(RegistryUnavailableException.class);
    }

    private static byte[] writtenNote(EmbeddedBroker broker, int port) {
        var note = new GenericRecordBuilder(NOTE).set("text", "hello").build();
        try (var registry = EmbeddedRegistry.start(broker.bootstrapServers(), port);
                var serdes = new AvroSerdes(Map.of("schema.registry.url", registry.url()))) {
            return serdes.generic().serializer().serialize("notes", note);
        }
    }

    private static GenericRecord read(AvroSerdes serdes, byte[] bytes) {
        return serdes.generic().deserializer().deserialize("notes", bytes);
    }

    private static AvroSerdes serdes(int port) {
        return new AvroSerdes(Map.of("schema.registry.url", "http://127.0.0.1:" + port, "max.retries", 0));
    }
}
