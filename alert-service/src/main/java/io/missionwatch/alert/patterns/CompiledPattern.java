package io.missionwatch.alert.patterns;

import io.missionwatch.alert.book.PatternCard;
import io.missionwatch.alert.sigma.DetectionRule;
import io.missionwatch.alert.sigma.Rule;
import io.missionwatch.alert.windows.WindowRule;
import java.util.List;
import java.util.Map;

/**
 * A pattern made ready to be matched.
 *
 * @param rule the rule that fires
 * @param detections the rules about one event that it rests on: itself, or those that it correlates
 * @param groupBy the fields that its alerts are grouped by, as the group calls them
 * @param groupFields per detection rule, by its id, the fields of an event that make the group, in the same order
 * @param valueFields per detection rule, by its id, the fields of an event that its windows count with
 * @param windows how its matches become alerts
 * @param stateKey names what it selects, how it groups and how it counts
 */
public record CompiledPattern(
        PatternCard card,
        Rule rule,
        List<DetectionRule> detections,
        List<String> groupBy,
        Map<String, List<String>> groupFields,
        Map<String, List<String>> valueFields,
        WindowRule windows,
        String stateKey) {
    public CompiledPattern {
        detections = List.copyOf(detections);
        groupBy = List.copyOf(groupBy);
        groupFields = Map.copyOf(groupFields);
        valueFields = Map.copyOf(valueFields);
    }
}
