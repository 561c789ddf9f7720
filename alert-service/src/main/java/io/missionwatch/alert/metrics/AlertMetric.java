package io.missionwatch.alert.metrics;

import io.missionwatch.runtime.metrics.Metric;

/** What the alert service counts and measures. */
public enum AlertMetric implements Metric {
    EVENTS("alert.events", "Events matched against the patterns."),
    MATCHES("alert.matches", "Matches, by pattern and by mode (live or shadow)."),
    GROUPS_LEFT_OUT("alert.groups.left.out", "Groups left out because one match made more than 16 of them."),
    REGEX_OVERRUNS("alert.regex.overruns", "Regular expressions given up because they took longer than 10 ms."),
    REVISIONS("alert.revisions", "Revisions of alerts, by change, severity and mode (live, shadow or exercise)."),
    ACTIONS_REFUSED("alert.actions.refused", "Actions that the status of their alert did not allow."),
    PATTERNS("alert.patterns", "Patterns in force."),
    CONTROL_REFUSED(
            "alert.control.refused", "Patterns, suppressions and watch lists that could not be honoured, by topic."),
    STREAM_CLIENTS("alert.stream.clients", "Clients that follow the stream of alerts right now."),
    STREAM_CLIENTS_DROPPED("alert.stream.clients.dropped", "Clients of the stream cut off because they were too slow."),
    DELIVERIES("alert.deliveries", "Attempts to deliver a revision, by sink and outcome (delivered, retry, given_up)."),
    DELIVERIES_OPEN("alert.deliveries.open", "Revisions that a sink has read and not yet delivered, by sink."),
    SINKS_GONE(
            "alert.sinks.gone",
            "1 where the receiver of a sink said that it is gone, so that nothing is sent, by sink."),
    DELIVERY_TIME("alert.delivery.time", "Time that one attempt to deliver takes, by sink.");

    private final String id;
    private final String sentence;

    AlertMetric(String id, String sentence) {
        this.id = id;
        this.sentence = sentence;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String sentence() {
        return sentence;
    }
}
