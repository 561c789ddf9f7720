package io.missionwatch.alert.severity;

import java.util.List;

/**
 * How bad and how sure a happening is.
 *
 * @param reasons why, a sentence for every rule that had a say
 */
public record Assessment(Severity severity, Certainty certainty, List<String> reasons) {
    public Assessment {
        reasons = List.copyOf(reasons);
    }
}
