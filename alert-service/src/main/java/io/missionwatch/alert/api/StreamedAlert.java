package io.missionwatch.alert.api;

import io.missionwatch.schema.Alert;

/**
 * A revision in the history of alerts, and where it stands.
 *
 * @param json the alert, written once for all clients
 */
record StreamedAlert(int partition, long offset, Alert alert, String json) {
    static StreamedAlert of(int partition, long offset, Alert alert) {
        return new StreamedAlert(partition, offset, alert, AvroJson.of(alert).toString());
    }
}
