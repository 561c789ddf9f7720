package io.missionwatch.quickstart.cli;

import java.net.URI;
import picocli.CommandLine.Option;

/** Where the reference topics are. */
final class ReferenceOptions {

    @Option(
            names = "--kafka",
            defaultValue = "127.0.0.1:9092",
            paramLabel = "HOST:PORT",
            description = "The Kafka cluster (${DEFAULT-VALUE}).")
    private String kafka;

    @Option(
            names = "--registry",
            defaultValue = "http://127.0.0.1:8081",
            paramLabel = "URL",
            description = "The schema registry (${DEFAULT-VALUE}).")
    private URI registry;

    ReferenceTopics referenceTopics() {
        return new ReferenceTopics(kafka, registry);
    }
}
