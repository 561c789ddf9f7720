package io.missionwatch.enrich;

import io.missionwatch.runtime.metrics.Metric;

/** What the enrich service counts and measures. */
enum EnrichMetric implements Metric {
    ARTICLES("enrich.articles", "Articles enriched."),
    EVENTS("enrich.events", "Events told by them, by type."),
    TIME("enrich.time", "Seconds spent on an article, from text to events."),
    OVER_BUDGET("enrich.over.budget", "Articles given up because they took longer than enrich.budget."),
    REFERENCE_ADDITIONS("enrich.reference.additions", "Actors and places that operators added or corrected."),
    REFERENCE_REFUSED(
            "enrich.reference.refused", "Records of the reference topics that could not be honoured, by topic.");

    private final String id;
    private final String sentence;

    EnrichMetric(String id, String sentence) {
        this.id = id;
        this.sentence = sentence;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String sentence() {
        return sentence;
    }
}
