package io.missionwatch.alert.sigma;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A match as a correlation sees it: when, of which rule, with what values. It belongs to one group.
 *
 * @param ruleId the rule that matched, or the correlation
 * @param values the distinct values of the fields that correlations over the rule ask for
 */
public record Observation(Instant time, String ruleId, Map<String, List<String>> values) {
    public Observation {
        var copy = new HashMap<String, List<String>>();
        values.forEach((field, list) -> copy.put(field, List.copyOf(list)));
        values = Map.copyOf(copy);
    }

    /** A match seen as member of one of its groups, with the values that belong to that group. */
    public static Observation of(
            RuleMatch match, Instant time, List<String> groupBy, List<String> group, Set<String> fields) {
        var values = new HashMap<String, List<String>>();
        for (var field : fields) {
            values.put(field, match.valuesIn(field, groupBy, group));
        }
        return new Observation(time, match.rule().id(), values);
    }

    /** The values of a field; none where the observation does not have it. */
    public List<String> values(String field) {
        return values.getOrDefault(field, List.of());
    }
}
