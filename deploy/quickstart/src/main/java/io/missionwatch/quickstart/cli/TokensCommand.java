package io.missionwatch.quickstart.cli;

import io.missionwatch.alert.AlertConfig;
import io.missionwatch.alert.access.Role;
import io.missionwatch.alert.access.Scope;
import io.missionwatch.alert.desk.Actor;
import io.missionwatch.alert.desk.ControlDesk;
import io.missionwatch.alert.desk.ControlTail;
import io.missionwatch.alert.desk.DeskTopic;
import io.missionwatch.alert.desk.TokenDesk;
import io.missionwatch.registry.SchemaRegistration;
import io.missionwatch.runtime.kafka.TopicSetup;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes, lists and revokes the tokens that sign in to the API. */
@Command(
        name = "tokens",
        mixinStandardHelpOptions = true,
        description = "Make, list and revoke the tokens that sign in to the alert API (api.tokens=true).")
final class TokensCommand {

    @Spec
    private CommandSpec spec;

    @Command(
            description = "Make a token and print it; it is not kept and not shown again.",
            mixinStandardHelpOptions = true)
    int create(
            @Mixin ClusterOptions cluster,
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
                    Optional<Integer> days)
            throws IOException {
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
        return at(cluster, desk -> {
            var made = desk.make(name, role, wanted, end, whoever(cluster));
            out(made.text().whole());
            return 0;
        });
    }

    @Command(
            name = "list",
            description = "Print the tokens that there are, without their secrets.",
            mixinStandardHelpOptions = true)
    int show(@Mixin ClusterOptions cluster) throws IOException {
        return at(cluster, desk -> {
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
    int revoke(
            @Mixin ClusterOptions cluster,
            @Parameters(paramLabel = "ID", description = "The token's id, the part after mw_.") String id)
            throws IOException {
        return at(cluster, desk -> {
            if (!desk.revoke(id, whoever(cluster))) {
                throw new CommandFailure("no token of the id " + id);
            }
            out("revoked " + id);
            return 0;
        });
    }

    private static int at(ClusterOptions options, ToIntFunction<TokenDesk> work) throws IOException {
        try (var cluster = options.connectAs(AlertConfig.APPLICATION_ID)) {
            new TopicSetup(cluster.kafka()).prepare(DeskTopic.topics());
            SchemaRegistration.registerTopics(cluster.serdes().registry(), DeskTopic.topics());
            try (var tail = ControlTail.start(cluster.kafka(), cluster.serdes())) {
                tail.awaitWhole(Duration.ofSeconds(30));
                var clock = InstantSource.system();
                var desk = new ControlDesk(cluster.kafka(), cluster.serdes(), tail, clock);
                return work.applyAsInt(new TokenDesk(desk, clock));
            }
        }
    }

    private static Actor whoever(ClusterOptions options) {
        return new Actor(options.by(), "");
    }

    private void out(String line) {
        spec.commandLine().getOut().println(line);
        spec.commandLine().getOut().flush();
    }
}
