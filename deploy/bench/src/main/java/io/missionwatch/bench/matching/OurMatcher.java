package io.missionwatch.bench.matching;

import io.missionwatch.alert.patterns.LivePatterns;
import io.missionwatch.alert.patterns.PatternText;
import io.missionwatch.alert.sigma.EventReading;
import io.missionwatch.alert.sites.WatchedSites;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The patterns as the alert service holds them, groups and all. */
final class OurMatcher implements EventMatcher {

    private final LivePatterns patterns;

    OurMatcher(List<MadePattern> made) {
        this.patterns = new LivePatterns(texts(made), Runnable::run);
    }

    static List<PatternText> texts(List<MadePattern> made) {
        return made.stream()
                .map(pattern -> PatternText.of(pattern.id(), pattern.yaml()))
                .toList();
    }

    LivePatterns live() {
        return patterns;
    }

    @Override
    public Set<String> matches(Map<String, Object> event) {
        var found = patterns.current().matches(event, WatchedSites.NONE, EventReading.PLAIN);
        if (found.matches().isEmpty()) {
            return Set.of();
        }
        var ids = new HashSet<String>();
        found.matches().forEach(match -> ids.add(match.route().patternId()));
        return ids;
    }
}
