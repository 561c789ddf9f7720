package io.missionwatch.bench.accuracy;

import io.missionwatch.enrich.events.Event;
import io.missionwatch.enrich.missions.MissionTag;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Compares the events of a text with its labels: that event is judged which fits most of them. */
final class FacetCheck {

    private FacetCheck() {}

    static Optional<Event> bestOf(List<Event> events, Map<String, String> labels) {
        return events.stream().max(Comparator.comparingLong(event -> fitting(event, labels)));
    }

    private static long fitting(Event event, Map<String, String> labels) {
        long type = event.type().name().equals(labels.get("type")) ? 10 : 0;
        return type
                + labels.entrySet().stream()
                        .filter(label -> fits(event, label.getKey(), label.getValue()))
                        .count();
    }

    static boolean fits(Event event, String facet, String label) {
        return switch (facet) {
            case "type" -> event.type().name().equals(label);
            case "means" -> event.means().name().equals(label);
            case "modality" -> event.modality().name().equals(label);
            case "temporal" -> event.temporal().name().equals(label);
            case "verification" -> event.verification().name().equals(label);
            case "mission" ->
                event.missions().stream().anyMatch(mission -> told(mission).equals(label));
            case "killed" ->
                event.casualties()
                        .killed()
                        .filter(count -> count.min() == Integer.parseInt(label))
                        .isPresent();
            default -> throw new IllegalArgumentException("unknown facet " + facet);
        };
    }

    private static String told(MissionTag mission) {
        return mission.type() + " " + mission.sendingState().orElse("-") + " "
                + mission.hostState().orElse("-");
    }
}
