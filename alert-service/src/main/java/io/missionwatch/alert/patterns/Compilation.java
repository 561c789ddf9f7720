package io.missionwatch.alert.patterns;

import io.missionwatch.alert.sigma.Fault;
import java.util.List;

/**
 * What a pattern's text came to.
 *
 * @param patterns the patterns that fire
 * @param faults why it cannot be honoured; then there are no patterns
 */
public record Compilation(List<CompiledPattern> patterns, List<Fault> faults) {
    public Compilation {
        patterns = List.copyOf(patterns);
        faults = List.copyOf(faults);
    }

    /** Whether the text can be honoured. */
    public boolean isValid() {
        return faults.isEmpty();
    }
}
