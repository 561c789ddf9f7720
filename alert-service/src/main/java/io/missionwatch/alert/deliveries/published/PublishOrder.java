package io.missionwatch.alert.deliveries.published;

import io.missionwatch.alert.deliveries.outbox.AlertChoice;
import io.missionwatch.alert.deliveries.plan.PlanMap;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What is published, and in whose name.
 *
 * @param sender identifies us in CAP messages; no blanks, commas, ampersands or angle brackets
 * @param senderName the same for a person
 * @param restriction who may read CAP messages, in words
 * @param base where readers reach us, if not where their request says
 * @param keep how long revisions stay
 * @param most how many revisions stay
 * @param choice which alerts are published at all
 */
public record PublishOrder(
        String sender,
        String senderName,
        String restriction,
        Optional<URI> base,
        Duration keep,
        int most,
        AlertChoice choice) {

    /**
     * Reads it.
     *
     * @throws io.missionwatch.runtime.settings.SettingException naming the key that is unknown or wrong
     */
    public static PublishOrder from(PlanMap publish) {
        var order = new PublishOrder(
                publish.find("sender", PublishOrder::sender).orElse("missionwatch@localhost"),
                publish.find("sender-name").orElse("Missionwatch"),
                publish.find("restriction").orElse("For those whom the operator lets read it"),
                publish.find("base-url").map(text -> publish.address("base-url", List.of("http", "https"))),
                publish.duration("keep", "30d"),
                publish.number("most", 5000, 1, 100_000),
                AlertChoice.from(publish.map("filter")));
        publish.end();
        return order;
    }

    private static String sender(String text) {
        if (!text.matches("[^\\s,<&]+")) {
            throw new IllegalArgumentException("must have no blank, comma, ampersand or angle bracket");
        }
        return text;
    }
}
