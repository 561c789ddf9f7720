package io.missionwatch.alert.stream;

import io.missionwatch.alert.patterns.LivePatterns;
import io.missionwatch.alert.patterns.PatternText;
import io.missionwatch.alert.sites.LiveSites;
import io.missionwatch.alert.sites.WatchedSites.Site;
import io.missionwatch.alert.sites.WatchedSites.Watched;
import io.missionwatch.alert.suppressions.HeldBack;
import io.missionwatch.alert.suppressions.LiveSuppressions;
import io.missionwatch.runtime.control.ControlTarget;
import io.missionwatch.schema.Pattern;
import io.missionwatch.schema.PatternMode;
import io.missionwatch.schema.Suppression;
import io.missionwatch.schema.WatchList;
import java.util.Set;

/**
 * What operators change while the service runs: patterns, suppressions, watch lists. One for all stream threads of an
 * instance.
 */
public record LiveControl(LivePatterns patterns, LiveSuppressions suppressions, LiveSites sites) {

    /** With these patterns, nothing held back and nothing watched. */
    public static LiveControl with(LivePatterns patterns) {
        return new LiveControl(patterns, new LiveSuppressions(), new LiveSites());
    }

    ControlTarget<Pattern> patternTarget() {
        return new ControlTarget<>() {
            @Override
            public void put(String key, Pattern value) {
                var text = new PatternText(
                        value.getPatternId(),
                        value.getYaml(),
                        value.getVersion(),
                        value.getEnabled(),
                        value.getMode() == PatternMode.SHADOW);
                var faults = patterns.put(value.getPatternId(), text);
                if (!faults.isEmpty()) {
                    throw new IllegalArgumentException(faults.get(0).toString());
                }
            }

            @Override
            public void remove(String key) {
                patterns.remove(key);
            }

            @Override
            public void reset() {
                patterns.reset();
            }

            @Override
            public void built() {
                patterns.settle();
            }
        };
    }

    ControlTarget<Suppression> suppressionTarget() {
        return new ControlTarget<>() {
            @Override
            public void put(String key, Suppression value) {
                suppressions.put(new HeldBack(
                        value.getSuppressionId(), value.getMatchers(), value.getStartsAt(), value.getExpiresAt()));
            }

            @Override
            public void remove(String key) {
                suppressions.remove(key);
            }

            @Override
            public void reset() {
                suppressions.reset();
            }
        };
    }

    ControlTarget<WatchList> siteTarget() {
        return new ControlTarget<>() {
            @Override
            public void put(String key, WatchList value) {
                var watched = value.getSites().stream()
                        .map(site ->
                                new Site(site.getName(), site.getLatitude(), site.getLongitude(), site.getRadiusKm()))
                        .toList();
                sites.put(
                        value.getWatchListId(),
                        new Watched(watched, Set.copyOf(value.getSendingStates()), Set.copyOf(value.getHostStates())));
            }

            @Override
            public void remove(String key) {
                sites.remove(key);
            }

            @Override
            public void reset() {
                sites.reset();
            }
        };
    }
}
