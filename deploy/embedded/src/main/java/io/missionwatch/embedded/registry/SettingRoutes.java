package io.missionwatch.embedded.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.missionwatch.registry.CompatibilityLevel;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Compatibility: checks before a registration, levels and modes, of one subject or of all. */
final class SettingRoutes {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Ledger ledger;
    private final Registrar registrar;

    SettingRoutes(Ledger ledger, Registrar registrar) {
        this.ledger = ledger;
        this.registrar = registrar;
    }

    void addTo(Routes routes) {
        addChecks(routes);
        addLevels(routes);
        addModes(routes);
    }

    private void addChecks(Routes routes) {
        routes.on(
                        "POST",
                        "/compatibility/subjects/{}/versions",
                        request -> verdict(request, registrar.faultsAgainstAll(request.subject(), request.schema())))
                .on(
                        "POST",
                        "/compatibility/subjects/{}/versions/{}",
                        request -> verdict(
                                request,
                                registrar.faultsAgainst(request.subject(), request.schema(), request.version())));
    }

    private static JsonNode verdict(Request request, List<String> faults) {
        var verdict = JSON.objectNode().put("is_compatible", faults.isEmpty());
        if (request.flag("verbose")) {
            var messages = verdict.putArray("messages");
            faults.forEach(messages::add);
        }
        return verdict;
    }

    private void addLevels(Routes routes) {
        routes.on("GET", "/config", request -> levelJson(ledger.subjects().effectiveLevel(LogEntry.GLOBAL)))
                .on("PUT", "/config", request -> setLevel(LogEntry.GLOBAL, request))
                .on("DELETE", "/config", request -> takeLevelBack(LogEntry.GLOBAL))
                .on("GET", "/config/{}", this::level)
                .on("PUT", "/config/{}", request -> setLevel(request.subject(), request))
                .on("DELETE", "/config/{}", request -> takeLevelBack(request.subject()));
    }

    private JsonNode level(Request request) {
        var subjects = ledger.subjects();
        var subject = request.subject();
        return levelJson(subjects.level(subject)
                .or(() -> request.flag("defaultToGlobal")
                        ? Optional.of(subjects.effectiveLevel(subject))
                        : Optional.empty())
                .orElseThrow(() -> new RegistryError(
                        40408, "Subject '" + subject + "' does not have subject-level compatibility configured")));
    }

    private JsonNode setLevel(String subject, Request request) {
        var name = request.body().path("compatibility").asText().toUpperCase(Locale.ROOT);
        var level = Arrays.stream(CompatibilityLevel.values())
                .filter(candidate -> candidate.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new RegistryError(
                        42203,
                        "Invalid compatibility level. Valid values are none, backward, forward, full, "
                                + "backward_transitive, forward_transitive, and full_transitive"));
        ledger.write(new LogEntry.LevelSet(subject, Optional.of(level)));
        return JSON.objectNode().put("compatibility", level.name());
    }

    private JsonNode takeLevelBack(String subject) {
        var before = ledger.subjects().level(subject);
        if (before.isEmpty() && !subject.equals(LogEntry.GLOBAL)) {
            throw RegistryError.subjectNotFound(subject);
        }
        ledger.write(new LogEntry.LevelSet(subject, Optional.empty()));
        return levelJson(before.orElse(CompatibilityLevel.BACKWARD));
    }

    private static ObjectNode levelJson(CompatibilityLevel level) {
        return JSON.objectNode().put("compatibilityLevel", level.name());
    }

    private void addModes(Routes routes) {
        routes.on("GET", "/mode", request -> modeJson(ledger.subjects().effectiveMode(LogEntry.GLOBAL)))
                .on("PUT", "/mode", request -> setMode(LogEntry.GLOBAL, request))
                .on("GET", "/mode/{}", this::mode)
                .on("PUT", "/mode/{}", request -> setMode(request.subject(), request))
                .on("DELETE", "/mode/{}", request -> takeModeBack(request.subject()));
    }

    private JsonNode mode(Request request) {
        var subjects = ledger.subjects();
        var subject = request.subject();
        return modeJson(subjects.mode(subject)
                .or(() -> request.flag("defaultToGlobal")
                        ? Optional.of(subjects.effectiveMode(subject))
                        : Optional.empty())
                .orElseThrow(() -> noModeOfItsOwn(subject)));
    }

    private JsonNode setMode(String subject, Request request) {
        var name = request.body().path("mode").asText().toUpperCase(Locale.ROOT);
        var mode = Arrays.stream(Mode.values())
                .filter(candidate -> candidate.name().equals(name))
                .findFirst()
                .orElseThrow(() ->
                        new RegistryError(42204, "Invalid mode. Valid values are READWRITE, READONLY, and IMPORT"));
        ledger.write(new LogEntry.ModeSet(subject, Optional.of(mode)));
        return modeJson(mode);
    }

    private JsonNode takeModeBack(String subject) {
        var before = ledger.subjects().mode(subject).orElseThrow(() -> noModeOfItsOwn(subject));
        ledger.write(new LogEntry.ModeSet(subject, Optional.empty()));
        return modeJson(before);
    }

    private static RegistryError noModeOfItsOwn(String subject) {
        return new RegistryError(40409, "Subject '" + subject + "' does not have subject-level mode configured");
    }

    private static ObjectNode modeJson(Mode mode) {
        return JSON.objectNode().put("mode", mode.name());
    }
}
