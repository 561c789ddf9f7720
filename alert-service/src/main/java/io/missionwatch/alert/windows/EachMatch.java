package io.missionwatch.alert.windows;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/**
 * Every match counts: the hits of a window are one alert, once enough independent origins have reported. What denies is
 * added to the alert that it speaks against and makes none by itself.
 *
 * @param suppressFor length of a window
 * @param minIndependentOrigins origins that must have reported
 */
public record EachMatch(Duration suppressFor, int minIndependentOrigins) implements WindowRule {

    @Override
    public Duration reach() {
        return suppressFor.multipliedBy(3);
    }

    @Override
    public List<Assignment> assign(Naming naming, Collection<Hit> hits, Instant reached) {
        var alerts = new WindowAlerts(naming, suppressFor);
        hits.stream().filter(hit -> hit.evidence().supports()).forEach(hit -> alerts.add(hit.time(), List.of(hit)));
        return alerts.alerts(minIndependentOrigins, hits);
    }
}
