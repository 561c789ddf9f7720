package io.missionwatch.alert.deliveries.formats;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.missionwatch.alert.api.AvroJson;
import io.missionwatch.schema.Alert;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * An event as Standard Webhooks wants it: type, timestamp, data. The specification asks for small bodies, so that of long
 * evidence only the best is sent; {@code evidenceCount} says how much there is.
 */
final class WebhookEvent {

    private static final int MOST_BYTES = 19_500;

    private WebhookEvent() {}

    static String of(Alert alert) {
        var data = AvroJson.of(alert);
        var event = JsonNodeFactory.instance
                .objectNode()
                .put("type", "alert." + alert.getChange().name().toLowerCase(Locale.ROOT))
                .put("timestamp", alert.getUpdatedAt().toString())
                .set("data", data);
        shrink((ObjectNode) event, (ArrayNode) data.path("evidence"));
        shrink((ObjectNode) event, (ArrayNode) data.path("reasons"));
        return event.toString();
    }

    private static void shrink(ObjectNode event, ArrayNode list) {
        while (!list.isEmpty() && event.toString().getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            list.remove(list.size() - 1);
        }
    }
}
