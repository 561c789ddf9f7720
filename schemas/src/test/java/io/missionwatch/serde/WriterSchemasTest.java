package io.missionwatch.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.missionwatch.registry.LocalRegistryClient;
import io.missionwatch.registry.ManualWaiting;
import io.missionwatch.registry.RegistryUnavailableException;
import io.missionwatch.registry.Waiting;
import java.time.Duration;
import java.time.Instant;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.junit.jupiter.api.Test;

class WriterSchemasTest {
    private static final Schema NOTE =
            SchemaBuilder.record("Note").fields().requiredString("id").endRecord();
    private static final Duration CONFIRMATION = Duration.ofSeconds(30);

    private final LocalRegistryClient registry = new LocalRegistryClient();
    private final ManualWaiting waiting = new ManualWaiting();
    private final WriterSchemas schemas = new WriterSchemas(registry, CONFIRMATION, waiting);

    @Test
    void givesAnUnknownIdUpAfterTheTimeOfConfirmation() {
        var start = waiting.now();

        assertThatThrownBy(() -> schemas.byId(9))
                .isInstanceOf(UnknownSchemaException.class)
                .hasMessageContaining("9");

        assertThat(Duration.between(start, waiting.now())).isBetween(CONFIRMATION, CONFIRMATION.plusSeconds(5));
        assertThat(waiting.pauses()).hasSizeLessThan(20);
    }

    @Test
    void doesNotWaitForTheSameIdAgain() {
        assertThatThrownBy(() -> schemas.byId(9)).isInstanceOf(UnknownSchemaException.class);
        var confirmed = waiting.now();

        assertThatThrownBy(() -> schemas.byId(9)).isInstanceOf(UnknownSchemaException.class);

        assertThat(waiting.now()).isEqualTo(confirmed);
    }

    @Test
    void findsASchemaThatAppearsWhileItWaits() {
        var late = new LateRegistration(waiting.now().plusSeconds(10));

        assertThat(new WriterSchemas(registry, CONFIRMATION, late).byId(1)).isEqualTo(NOTE);
    }

    @Test
    void asksAgainForAnIdGivenUpLongAgo() {
        assertThatThrownBy(() -> schemas.byId(1)).isInstanceOf(UnknownSchemaException.class);
        registry.register("notes-value", NOTE);

        waiting.pass(Duration.ofMinutes(5));

        assertThat(schemas.byId(1)).isEqualTo(NOTE);
    }

    @Test
    void endsItsWaitWhenClosed() {
        waiting.end();

        assertThatThrownBy(() -> schemas.byId(9)).isInstanceOf(RegistryUnavailableException.class);
    }

    /** Registers the schema once enough time has been waited. */
    private final class LateRegistration implements Waiting {
        private final Instant due;

        LateRegistration(Instant due) {
            this.due = due;
        }

        @Override
        public Instant now() {
            return waiting.now();
        }

        @Override
        public void pause(Duration duration) {
            waiting.pause(duration);
            if (!now().isBefore(due)) {
                registry.register("notes-value", NOTE);
            }
        }

        @Override
        public void end() {
            waiting.end();
        }
    }
}
