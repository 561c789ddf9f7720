package io.missionwatch.alert.deliveries.outbox;

import io.missionwatch.alert.deliveries.plan.PlanMap;
import io.missionwatch.runtime.settings.SettingException;
import java.util.Optional;

/**
 * What every sink is told, whatever it writes.
 *
 * @param name of the sink; part of its consumer group's name, so it is kept for good
 * @param choice which alerts it gets
 * @param retries when failed deliveries are tried again
 * @param parallel how many alerts may be under way at once
 * @param fromBeginning whether a new sink starts with all alerts that are kept, or with the next one
 */
public record SinkOrder(String name, AlertChoice choice, RetrySchedule retries, int parallel, boolean fromBeginning) {

    private static final String NAMES = "[a-z0-9][a-z0-9-]{0,39}";

    /**
     * Reads them from a sink's map.
     *
     * @throws SettingException naming the key that is missing or wrong
     */
    public static SinkOrder from(PlanMap sink) {
        var pauses = sink.durations("retry");
        return new SinkOrder(
                sink.find("name", SinkOrder::name).orElseThrow(() -> sink.wrong("name", "is missing")),
                AlertChoice.from(sink.map("filter")),
                pauses.isEmpty() ? RetrySchedule.STANDARD : new RetrySchedule(pauses),
                sink.number("parallel", 4, 1, 64),
                isBeginning(sink.find("from"), sink));
    }

    private static String name(String text) {
        if (!text.matches(NAMES)) {
            throw new IllegalArgumentException("must be lower-case letters, digits and hyphens, at most 40");
        }
        return text;
    }

    private static boolean isBeginning(Optional<String> text, PlanMap sink) {
        return switch (text.orElse("now")) {
            case "now" -> false;
            case "beginning" -> true;
            default -> throw sink.wrong("from", "must be now or beginning");
        };
    }
}
