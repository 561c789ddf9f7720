package io.missionwatch.e2e;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Reads the alert stream as a console does: server-sent events, each with an alert as JSON. */
final class EventStream implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String DATA = "data:";

    private final Stream<String> lines;
    private final Set<String> alertIds = ConcurrentHashMap.newKeySet();

    private EventStream(Stream<String> lines) {
        this.lines = lines;
    }

    static EventStream open(URI address) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(address)
                .header("Accept", "text/event-stream")
                .build();
        var answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofLines());
        if (answer.statusCode() != 200) {
            throw new IOException("the stream answers " + answer.statusCode());
        }
        var stream = new EventStream(answer.body());
        var thread = new Thread(stream::read, "event-stream");
        thread.setDaemon(true);
        thread.start();
        return stream;
    }

    Set<String> alertIds() {
        return Set.copyOf(alertIds);
    }

    private void read() {
        try {
            lines.filter(line -> line.startsWith(DATA)).forEach(line -> remember(line.substring(DATA.length())));
        } catch (java.io.UncheckedIOException closed) {
            // The test has closed the stream, or the server has.
        }
    }

    private void remember(String json) {
        try {
            var alert = JSON.readTree(json);
            if (alert.hasNonNull("alertId")) {
                alertIds.add(alert.get("alertId").asText());
            }
        } catch (JsonProcessingException malformed) {
            throw new IllegalStateException("the stream sent something else than JSON", malformed);
        }
    }

    @Override
    public void close() {
        lines.close();
    }
}
