package io.missionwatch.alert.deliveries.mail;

import io.missionwatch.alert.deliveries.outbox.Parcel;
import io.missionwatch.schema.Alert;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a mail says of several alerts: the newest of each, the worst first, exercises last. Of one alert it says what any mail
 * does.
 */
final class DigestText {

    private static final Comparator<Alert> WORST_FIRST = Comparator.comparing((Alert alert) -> !alert.getExercise())
            .thenComparing(Alert::getSeverity)
            .thenComparing(Alert::getUpdatedAt)
            .thenComparing(Alert::getAlertId)
            .reversed();

    private DigestText() {}

    /** The newest revision of every alert, the worst first. */
    static List<Alert> newest(Collection<Parcel> parcels) {
        var newest = new TreeMap<String, Alert>();
        parcels.forEach(parcel -> newest.merge(
                parcel.alert().getAlertId(),
                parcel.alert(),
                (one, other) -> one.getRevision() > other.getRevision() ? one : other));
        return newest.values().stream().sorted(WORST_FIRST).toList();
    }

    static String subject(List<Alert> alerts) {
        var worst = alerts.get(0);
        return alerts.size() == 1
                ? MailText.subject(worst)
                : MailText.subject(worst, "%d alerts: %s".formatted(alerts.size(), worst.getTitle()));
    }

    static String plain(List<Alert> alerts, MailText text) {
        return joined(alerts, text::plain, "\n" + "-".repeat(72) + "\n\n");
    }

    static String html(List<Alert> alerts, MailText text) {
        return joined(alerts, text::html, "<hr>\n");
    }

    private static String joined(List<Alert> alerts, Function<Alert, String> text, String between) {
        return alerts.stream().map(text).collect(Collectors.joining(between));
    }
}
