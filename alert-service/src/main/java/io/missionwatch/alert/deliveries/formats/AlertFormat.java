package io.missionwatch.alert.deliveries.formats;

import io.missionwatch.schema.Alert;
import java.nio.charset.StandardCharsets;

/** The JSON documents that an alert can be written as, for webhooks and topics. */
public enum AlertFormat {
    /** The event of the Standard Webhooks specification, with the alert as the API gives it. */
    MISSIONWATCH,
    /** A Detection Finding of OCSF 1.8. */
    OCSF,
    /** A document in the Elastic Common Schema. */
    ECS;

    /** The document, in UTF-8. */
    public byte[] write(Alert alert) {
        var text =
                switch (this) {
                    case MISSIONWATCH -> WebhookEvent.of(alert);
                    case OCSF -> OcsfFinding.of(alert);
                    case ECS -> EcsAlert.of(alert);
                };
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
