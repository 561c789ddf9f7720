package io.missionwatch.alert.deliveries.formats;

import io.missionwatch.schema.Alert;
import io.missionwatch.schema.AlertEvidence;
import io.missionwatch.schema.AlertStatus;
import io.missionwatch.schema.EventMission;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What several formats say of an alert in the same words. */
public final class Words {

    private Words() {}

    /** Such as "embassy of RU in Kabul, AF". */
    public static String mission(EventMission mission) {
        var sender = Stream.of(mission.getSendingState(), mission.getSendingOrganisation())
                .flatMap(Stream::ofNullable)
                .findFirst()
                .map(name -> " of " + name)
                .orElse("");
        var where = Stream.of(mission.getCity(), mission.getHostState())
                .flatMap(Stream::ofNullable)
                .collect(Collectors.joining(", "));
        return word(mission.getType()) + sender + (where.isEmpty() ? "" : " in " + where);
    }

    /** A symbol as a person writes it. */
    public static String word(Enum<?> symbol) {
        return symbol.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** A symbol with a capital, as labels have it. */
    public static String label(Enum<?> symbol) {
        var word = word(symbol);
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }

    /** Whether the alert is over. */
    public static boolean isOver(AlertStatus status) {
        return switch (status) {
            case OPEN, ACKNOWLEDGED -> false;
            case RESOLVED, CANCELLED, EXPIRED, FALSE_POSITIVE -> true;
        };
    }

    /** The addresses of the evidence that are web addresses, each once. */
    public static List<String> links(Alert alert) {
        return alert.getEvidence().stream()
                .flatMap(evidence -> link(evidence).stream())
                .distinct()
                .toList();
    }

    /** The address of evidence, if it is a web address: a feed may name anything, a script too. */
    public static Optional<String> link(AlertEvidence evidence) {
        return Optional.ofNullable(evidence.getUrl()).filter(Words::isWeb);
    }

    private static boolean isWeb(String url) {
        try {
            var address = URI.create(url);
            return address.getHost() != null && List.of("http", "https").contains(address.getScheme());
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }
}
