package io.missionwatch.alert.deliveries.outbox;

import io.missionwatch.schema.Severity;
import java.time.Duration;

/**
 * How revisions wait for each other, to be brought together.
 *
 * @param within how long the first one waits for others
 * @param atOnce the least severity that does not wait; what waits goes along with it
 */
public record Gathering(Duration within, Severity atOnce) {}
