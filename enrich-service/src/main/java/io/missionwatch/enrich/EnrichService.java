package io.missionwatch.enrich;

import static io.missionwatch.topics.TopicCatalogue.ARTICLES;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.missionwatch.enrich.articles.ArticleEnricher;
import io.missionwatch.enrich.reference.LiveReference;
import io.missionwatch.enrich.reference.ReferenceData;
import io.missionwatch.runtime.ServiceHost;
import io.missionwatch.runtime.ServiceMain;
import io.missionwatch.runtime.admin.AdminServer;
import io.missionwatch.runtime.control.ControlDeadLetters;
import io.missionwatch.runtime.control.ControlThread;
import io.missionwatch.runtime.kafka.RegistryPart;
import io.missionwatch.runtime.kafka.StreamsPart;
import io.missionwatch.runtime.kafka.TopicSetup;
import java.util.concurrent.Executor;

/** Reads articles and says which actors, places, missions and events they speak of. */
public final class EnrichService {

    private EnrichService() {}

    /** Runs it until it is told to stop. */
    public static void main(String[] arguments) {
        ServiceMain.run("enrich", arguments, EnrichConfig.declared(), settings -> start(EnrichConfig.from(settings)));
    }

    /** Starts it. */
    public static ServiceHost start(EnrichConfig config) {
        return ServiceHost.start("enrich", host -> {
            var metrics = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
            host.own(AdminServer.start(config.admin(), host.health(), metrics));
            new TopicSetup(config.kafka()).prepare(host, EnrichTopology.TOPICS);
            var registry = RegistryPart.start(host, config.kafka(), EnrichTopology.TOPICS);

            var builder = host.own(new ControlThread("reference-builder"));
            var letters = host.own(ControlDeadLetters.start(config.kafka()));
            var reference = liveReference(builder);
            var topology = new EnrichTopology(
                            reference::current, new EnrichMeters(metrics), registry.serdes(), config.budget())
                    .build(new ReferenceControl(reference, metrics, letters));
            host.own(StreamsPart.start(topology, config.kafka(), ARTICLES, metrics));
        });
    }

    /** The built-in reference data, over which operators put theirs. */
    static LiveReference<ArticleEnricher> liveReference(Executor builder) {
        var builtIn = ReferenceData.builtIn();
        return new LiveReference<>(builtIn, ArticleEnricher.of(builtIn)::with, builder);
    }
}
