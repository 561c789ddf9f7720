package io.missionwatch.runtime.deadletters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.missionwatch.registry.RegistryRefusedException;
import io.missionwatch.registry.RegistryUnavailableException;
import io.missionwatch.schema.Feed;
import io.missionwatch.schema.Pattern;
import io.missionwatch.serde.AvroSerdes;
import io.missionwatch.serde.UndecodableRecordException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.errors.DeserializationExceptionHandler;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProductionExceptionHandler;
import org.apache.kafka.streams.processor.TaskId;
import org.junit.jupiter.api.Test;

class DeadLetterHandlerTest {

    private static final byte[] KEY = {7};
    private static final byte[] VALUE = {0, 0, 0, 1, 2, 42};

    private final DeadLetterHandler handler = new DeadLetterHandler();

    @Test
    void keepsTheBytesOfAnUnreadableRecordAndSaysWhereItStood() {
        var response = handler.handleError(in("news.articles"), record("news.articles"), unreadable());

        assertThat(response.result()).isEqualTo(DeserializationExceptionHandler.Result.RESUME);
        var letter = response.deadLetterQueueRecords().get(0);
        assertThat(letter.topic()).isEqualTo("news.articles.dead-letter");
        assertThat(letter.key()).isEqualTo(KEY);
        assertThat(letter.value()).isEqualTo(VALUE);
        assertThat(text(letter, DeadLetters.ORIGINAL_OFFSET)).isEqualTo("12");
        assertThat(text(letter, DeadLetters.ORIGINAL_PARTITION)).isEqualTo("3");
        assertThat(text(letter, DeadLetters.SCHEMA_ID)).isEqualTo("258");
        assertThat(text(letter, DeadLetters.ERROR_MESSAGE)).isEqualTo("wrong magic byte");
        assertThat(text(letter, DeadLetters.STAGE)).isEqualTo("read-articles");
        assertThat(text(letter, "ce_id")).isEqualTo("1");
    }

    @Test
    void stopsRatherThanBlameARecordForABrokenMachine() {
        var response = handler.handleError(
                in("news.articles"), record("news.articles"), new SerializationException(new TimeoutException("slow")));

        assertThat(response.result()).isEqualTo(DeserializationExceptionHandler.Result.FAIL);
        assertThat(response.deadLetterQueueRecords()).isEmpty();
    }

    @Test
    void neverBlamesARecordForTheRegistry() {
        for (var fault : List.of(
                new RegistryUnavailableException("closed while waiting"), new RegistryRefusedException("401"))) {
            var response = handler.handleError(in("news.articles"), record("news.articles"), fault);

            assertThat(response.result()).isEqualTo(DeserializationExceptionHandler.Result.FAIL);
        }
    }

    @Test
    void blamesARecordThatNamesASchemaOfAnotherType() {
        try (var serdes = AvroSerdes.local()) {
            var feed = Feed.newBuilder()
                    .setId("f")
                    .setUrl("https://example.org")
                    .setOutlet("o")
                    .build();
            var bytes = serdes.of(Feed.class).serializer().serialize("x", feed);
            var fault = catchThrowableOfType(
                    UndecodableRecordException.class,
                    () -> serdes.of(Pattern.class).deserializer().deserialize("x", bytes));

            var response = handler.handleError(in("news.articles"), record("news.articles"), fault);

            assertThat(response.result()).isEqualTo(DeserializationExceptionHandler.Result.RESUME);
        }
    }

    @Test
    void sendsWhatCameThroughAnInternalTopicToTheDeadLettersOfTheMainInput() {
        handler.configure(Map.of(DeadLetterHandler.MAIN_INPUT, "news.events"));

        var response = handler.handleError(in("app-by-group-repartition"), record("x"), unreadable());

        assertThat(response.deadLetterQueueRecords())
                .extracting(ProducerRecord::topic)
                .containsExactly("news.events.dead-letter");
    }

    @Test
    void stopsWhenThereIsNowhereToPutADeadLetter() {
        var response = handler.handleError(in("app-by-group-repartition"), record("x"), unreadable());

        assertThat(response.result()).isEqualTo(DeserializationExceptionHandler.Result.FAIL);
    }

    @Test
    void turnsWhatIsTooLargeIntoADeadLetterAndStopsOnOtherProductionErrors() {
        var tooLarge = handler.handleError(
                in("news.articles"), new ProducerRecord<>("out", VALUE), new RecordTooLargeException("2 MiB"));
        var other = handler.handleError(
                in("news.articles"), new ProducerRecord<>("out", VALUE), new TimeoutException("slow"));

        assertThat(tooLarge.result()).isEqualTo(ProductionExceptionHandler.Result.RESUME);
        assertThat(tooLarge.deadLetterQueueRecords()).hasSize(1);
        assertThat(other.result()).isEqualTo(ProductionExceptionHandler.Result.FAIL);
    }

    @Test
    void cutsALongMessage() {
        var response = handler.handleError(
                in("news.articles"), record("news.articles"), new SerializationException("x".repeat(5000)));

        assertThat(text(response.deadLetterQueueRecords().get(0), DeadLetters.ERROR_MESSAGE))
                .hasSize(1000);
    }

    private static SerializationException unreadable() {
        return new SerializationException("wrong magic byte");
    }

    private static ConsumerRecord<byte[], byte[]> record(String topic) {
        return new ConsumerRecord<>(topic, 3, 12, KEY, VALUE);
    }

    private static String text(ProducerRecord<byte[], byte[]> letter, String header) {
        return new String(letter.headers().lastHeader(header).value(), StandardCharsets.UTF_8);
    }

    private static ErrorHandlerContext in(String topic) {
        return new Context(topic);
    }

    private record Context(String topic) implements ErrorHandlerContext {
        @Override
        public int partition() {
            return 3;
        }

        @Override
        public long offset() {
            return 12;
        }

        @Override
        public Headers headers() {
            return new RecordHeaders().add("ce_id", "1".getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public String processorNodeId() {
            return "read-articles";
        }

        @Override
        public TaskId taskId() {
            return new TaskId(0, 3);
        }

        @Override
        public long timestamp() {
            return 0;
        }

        @Override
        public byte[] sourceRawKey() {
            return KEY;
        }

        @Override
        public byte[] sourceRawValue() {
            return VALUE;
        }
    }
}
