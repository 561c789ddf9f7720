package io.missionwatch.enrich;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.missionwatch.enrich.budget.OverBudgetException;
import io.missionwatch.enrich.wire.Told;
import io.missionwatch.schema.EventType;
import io.missionwatch.schema.NewsEvent;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The meters of the enrich service, made once. */
public final class EnrichMeters {

    private final Timer time;
    private final Counter articles;
    private final Counter overBudget;
    private final Map<EventType, Counter> events = new EnumMap<>(EventType.class);

    /** Meters in a registry. */
    public EnrichMeters(MeterRegistry registry) {
        time = Timer.builder(EnrichMetric.TIME.id())
                .description(EnrichMetric.TIME.sentence())
                .publishPercentiles(0.5, 0.99)
                .register(registry);
        articles = counter(EnrichMetric.ARTICLES).register(registry);
        overBudget = counter(EnrichMetric.OVER_BUDGET).register(registry);
        for (var type : EventType.values()) {
            events.put(
                    type, counter(EnrichMetric.EVENTS).tag("type", type.name()).register(registry));
        }
    }

    /** Counts and times the enrichment of one article. */
    Told measured(Supplier<Told> enrichment) {
        var told = time.record(() -> orCounted(enrichment));
        articles.increment();
        told.events().stream()
                .map(NewsEvent::getEvent)
                .flatMap(event -> Optional.ofNullable(event).stream())
                .forEach(event -> events.get(event.getType()).increment());
        return told;
    }

    private Told orCounted(Supplier<Told> enrichment) {
        try {
            return enrichment.get();
        } catch (OverBudgetException slow) {
            overBudget.increment();
            throw slow;
        }
    }

    private static Counter.Builder counter(EnrichMetric metric) {
        return Counter.builder(metric.id()).description(metric.sentence());
    }
}
