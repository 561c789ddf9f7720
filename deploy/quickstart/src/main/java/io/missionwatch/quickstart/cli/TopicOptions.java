package io.missionwatch.quickstart.cli;

import io.missionwatch.quickstart.backtest.Past;
import io.missionwatch.quickstart.backtest.TopicPast;
import io.missionwatch.quickstart.stack.Cluster;
import io.missionwatch.topics.TopicCatalogue;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Which part of the past of a topic is meant. */
final class TopicOptions {

    @Option(names = "--kafka", required = true, paramLabel = "HOST:PORT", description = "The cluster of the topic.")
    private String kafka;

    @Option(names = "--registry", required = true, paramLabel = "URL", description = "Its schema registry.")
    private URI registry;

    @Option(
            names = "--kafka-config",
            paramLabel = "FILE",
            description = "Settings of Kafka's clients and of the registry, such as logins, as Java properties.")
    private Optional<Path> config = Optional.empty();

    @Option(
            names = "--topic",
            paramLabel = "TOPIC",
            description = "news.articles (the default), to tag the articles anew, or news.events, to take the events as"
                    + " they were told.")
    private String topic = TopicCatalogue.ARTICLES.name();

    @Option(
            names = "--from",
            paramLabel = "TIME",
            description = "The first day or instant (ISO 8601, UTC) at which articles were fetched; without it all.")
    private Optional<String> from = Optional.empty();

    @Option(names = "--to", paramLabel = "TIME", description = "The first day or instant after them; without it now.")
    private Optional<String> to = Optional.empty();

    Past past() throws IOException {
        try (var cluster = Cluster.of(kafka, registry, ClusterOptions.settings(config))) {
            var past = new TopicPast(
                    cluster.kafka().forConsumer(),
                    cluster.serdes(),
                    from.map(TopicOptions::instant).orElse(Instant.EPOCH),
                    to.map(TopicOptions::instant).orElseGet(Instant::now));
            if (topic.equals(TopicCatalogue.EVENTS.name())) {
                return past.events();
            }
            if (topic.equals(TopicCatalogue.ARTICLES.name())) {
                return past.articles();
            }
            throw new CommandFailure("--topic must be news.articles or news.events, not " + topic);
        }
    }

    private static Instant instant(String text) {
        try {
            return text.contains("T")
                    ? Instant.parse(text)
                    : LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
        } catch (DateTimeException malformed) {
            throw new CommandFailure(
                    "'" + text + "' is no time; expected a day such as 2026-03-01 or 2026-03-01T12:00:00Z", malformed);
        }
    }
}
