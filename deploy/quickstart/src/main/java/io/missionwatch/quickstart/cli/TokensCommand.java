package io.missionwatch.quickstart.cli;

import io.missionwatch.alert.access.Role;
import io.missionwatch.alert.access.Scope;
import io.missionwatch.alert.desk.Actor;
import io.missionwatch.alert.desk.ControlDesk;
import io.missionwatch.alert.desk.ControlTail;
import io.missionwatch.alert.desk.DeskTopic;
import io.missionwatch.alert.desk.TokenDesk;
import io.missionwatch.registry.SchemaRegistration;
import io.missionwatch.runtime.KafkaSettings;
import io.missionwatch.runtime.Settings;
import io.missionwatch.runtime.TopicSetup;
import io.missionwatch.serde.AvroSerdes;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** Makes, lists and revokes the tokens that sign in to the API. */
@Command(
        name = "tokens",
        mixinStandardHelpOptions = true,
        description = "Make, list and revoke the tokens that sign in to the alert API (api.tokens=true).")
final class TokensCommand {

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--kafka",
            defaultValue = "127.0.0.1:9092",
            paramLabel = "HOST:PORT",
            scope = ScopeType.INHERIT,
            description = "The Kafka cluster (${DEFAULT-VALUE}).")
    private String kafka;

    @Option(
            names = "--registry",
            defaultValue = "http://127.0.0.1:8081",
            paramLabel = "URL",
            scope = ScopeType.INHERIT,
            description = "The schema registry (${DEFAULT-VALUE}).")
    private URI registry;

    @Option(
            names = "--set",
            paramLabel = "NAME=VALUE",
            scope = ScopeType.INHERIT,
            description = "A setting of a service, such as kafka.security.protocol=SSL; may stand several times.")
    private Map<String, String> settings = new LinkedHashMap<>();

    @Command(
            description = "Make a token and print it; it is not kept and not shown again.",
            mixinStandardHelpOptions = true)
    int create(
            @Parameters(paramLabel = "NAME", description = "Whom it stands for, as history and audit trail write it.")
                    String name,
            @Option(
                            names = "--role",
                            required = true,
                            paramLabel = "ROLE",
                            description = "One of ${COMPLETION-CANDIDATES}, in any case.")
                    Role role,
            @Option(
                            names = "--scope",
                            paramLabel = "SCOPE",
                            description = "Only this of what the role may, such as alerts:read.")
                    List<String> scopes,
            @Option(names = "--days", paramLabel = "N", description = "Ends after so many days (never).")
                    Optional<Integer> days) {
        var wanted = Optional.ofNullable(scopes).orElse(List.of()).stream()
                .map(word -> Scope.of(word)
                        .filter(role.scopes()::contains)
                        .orElseThrow(() -> new CommandFailure("--scope must be one of "
                                + role.scopes().stream()
                                        .map(Scope::word)
                                        .sorted()
                                        .toList() + " for that role")))
                .toList();
        var end = days.map(number -> Instant.now().plus(Duration.ofDays(number)));
        return at(desk -> {
            var made = desk.make(name, role, wanted, end, whoever());
            out(made.text().whole());
            return 0;
        });
    }

    @Command(
            name = "list",
            description = "Print the tokens that there are, without their secrets.",
            mixinStandardHelpOptions = true)
    int show() {
        return at(desk -> {
            desk.all()
                    .forEach(token -> out("%s  %-8s  %s  ends %s  scopes %s"
                            .formatted(
                                    token.getTokenId(),
                                    token.getRole(),
                                    token.getName(),
                                    Optional.ofNullable(token.getExpiresAt())
                                            .map(Instant::toString)
                                            .orElse("never"),
                                    token.getScopes().isEmpty() ? "all" : String.join(",", token.getScopes()))));
            return 0;
        });
    }

    @Command(description = "Revoke a token; it signs nobody in any more.", mixinStandardHelpOptions = true)
    int revoke(@Parameters(paramLabel = "ID", description = "The token's id, the part after mw_.") String id) {
        return at(desk -> {
            if (!desk.revoke(id, whoever())) {
                throw new CommandFailure("no token of the id " + id);
            }
            out("revoked " + id);
            return 0;
        });
    }

    private int at(ToIntFunction<TokenDesk> work) {
        var given = new HashMap<>(settings);
        given.put("kafka.bootstrap.servers", kafka);
        given.put("schema.registry.url", registry.toString());
        var all = KafkaSettings.from(Settings.of(given, KafkaSettings.declared()), "missionwatch-alert");
        new TopicSetup(all).prepare(DeskTopic.topics());
        try (var serdes = new AvroSerdes(all.registry())) {
            SchemaRegistration.registerTopics(serdes.registry(), DeskTopic.topics());
            try (var tail = ControlTail.start(all, serdes)) {
                tail.awaitWhole(Duration.ofSeconds(30));
                var clock = InstantSource.system();
                return work.applyAsInt(new TokenDesk(new ControlDesk(all, serdes, tail, clock), clock));
            }
        }
    }

    private static Actor whoever() {
        return new Actor(System.getProperty("user.name", "operator"), "");
    }

    private void out(String line) {
        spec.commandLine().getOut().println(line);
        spec.commandLine().getOut().flush();
    }
}
