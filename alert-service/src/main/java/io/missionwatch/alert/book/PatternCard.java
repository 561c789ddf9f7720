package io.missionwatch.alert.book;

import io.missionwatch.alert.severity.Severity;
import java.util.Optional;

/**
 * What an alert says about the pattern that fired.
 *
 * @param version 0 for a built-in pattern, else that of the operator's record
 * @param level how bad its author says it is
 * @param shadow alerts are counted and delivered to nobody
 * @param titleTemplate how to word an alert's title
 * @param summaryTemplate how to word its summary
 */
public record PatternCard(
        String patternId,
        int version,
        String title,
        Severity level,
        boolean shadow,
        Optional<String> titleTemplate,
        Optional<String> summaryTemplate) {}
