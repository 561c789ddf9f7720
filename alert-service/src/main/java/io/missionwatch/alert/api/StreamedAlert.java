package io.missionwatch.alert.api;

import io.missionwatch.schema.Alert;
import java.nio.charset.StandardCharsets;

/** A revision in the history of alerts, and where it stands. Written once for all clients, when the first one wants it. */
final class StreamedAlert {

    private final int partition;
    private final long offset;
    private final Alert alert;
    private volatile byte[] data = {};

    StreamedAlert(int partition, long offset, Alert alert) {
        this.partition = partition;
        this.offset = offset;
        this.alert = alert;
    }

    int partition() {
        return partition;
    }

    long offset() {
        return offset;
    }

    Alert alert() {
        return alert;
    }

    /** The alert as JSON in UTF-8, on one line; not to be changed. */
    byte[] data() {
        if (data.length == 0) {
            data = AvroJson.of(alert).toString().getBytes(StandardCharsets.UTF_8);
        }
        return data;
    }
}
