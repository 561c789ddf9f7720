package io.missionwatch.cloudevents;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CloudEventHeadersTest {
    private static final CloudEventAttributes ATTRIBUTES = new CloudEventAttributes(
            "article-1",
            URI.create("/missionwatch/ingest"),
            "io.missionwatch.article",
            Instant.parse("2026-01-01T00:00:00Z"));

    private final RecordHeaders headers = new RecordHeaders();

    @Test
    void readsTheAttributesItWrote() {
        CloudEventHeaders.write(headers, ATTRIBUTES);

        assertThat(CloudEventHeaders.read(headers)).contains(ATTRIBUTES);
    }

    @Test
    void writesTheBinaryModeOfTheKafkaBinding() {
        CloudEventHeaders.write(headers, ATTRIBUTES);

        assertThat(text("ce_specversion")).isEqualTo("1.0");
        assertThat(text("ce_id")).isEqualTo("article-1");
        assertThat(text("ce_source")).isEqualTo("/missionwatch/ingest");
        assertThat(text("ce_type")).isEqualTo("io.missionwatch.article");
        assertThat(text("ce_time")).isEqualTo("2026-01-01T00:00:00Z");
        assertThat(text("content-type")).isEqualTo("application/avro");
    }

    @Test
    void replacesWhatIsThere() {
        CloudEventHeaders.write(headers, ATTRIBUTES);
        CloudEventHeaders.write(headers, ATTRIBUTES);

        assertThat(headers.headers("ce_id")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ce_id", "ce_source", "ce_type", "ce_time", "ce_specversion"})
    void readsNothingIfAnAttributeIsMissing(String name) {
        CloudEventHeaders.write(headers, ATTRIBUTES);
        headers.remove(name);

        assertThat(CloudEventHeaders.read(headers)).isEmpty();
    }

    @Test
    void readsNothingOutOfAWrongTime() {
        CloudEventHeaders.write(headers, ATTRIBUTES);
        headers.remove("ce_time").add("ce_time", "yesterday".getBytes(StandardCharsets.UTF_8));

        assertThat(CloudEventHeaders.read(headers)).isEmpty();
    }

    @Test
    void carriesATraceOn() {
        var trace = TraceParent.start();

        CloudEventHeaders.write(headers, trace.next());

        assertThat(CloudEventHeaders.trace(headers).orElseThrow().traceId()).isEqualTo(trace.traceId());
    }

    private String text(String name) {
        return new String(headers.lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
