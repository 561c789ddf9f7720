package io.missionwatch.alert.deliveries;

import io.missionwatch.alert.deliveries.mail.MailSink;
import io.missionwatch.alert.deliveries.outbox.Sink;
import io.missionwatch.alert.deliveries.plan.PlanMap;
import io.missionwatch.alert.deliveries.syslog.SyslogSink;
import io.missionwatch.alert.deliveries.topic.TopicSink;
import io.missionwatch.alert.deliveries.webhook.WebhookSink;
import io.missionwatch.runtime.kafka.KafkaSettings;

/** What a sink can be. */
enum SinkKind {
    /** A signed HTTP request for each revision. */
    WEBHOOK,
    /** A record for each revision in a topic of the operator's choice. */
    TOPIC,
    /** CEF in a syslog message for each revision. */
    SYSLOG,
    /** A mail for each revision. */
    EMAIL;

    /**
     * Makes the sink.
     *
     * @throws io.missionwatch.runtime.settings.SettingException naming the key that is missing or wrong
     */
    Sink make(PlanMap sink, KafkaSettings kafka) {
        return switch (this) {
            case WEBHOOK -> WebhookSink.from(sink);
            case TOPIC -> TopicSink.from(sink, kafka);
            case SYSLOG -> SyslogSink.from(sink);
            case EMAIL -> MailSink.from(sink);
        };
    }
}
