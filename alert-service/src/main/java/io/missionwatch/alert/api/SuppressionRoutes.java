package io.missionwatch.alert.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import io.missionwatch.alert.access.Scope;
import io.missionwatch.alert.desk.Change;
import io.missionwatch.alert.desk.ControlDesk;
import io.missionwatch.alert.desk.DeskTopic;
import io.missionwatch.alert.desk.Entry;
import io.missionwatch.alert.suppressions.HeldBack;
import io.missionwatch.schema.Severity;
import io.missionwatch.schema.Suppression;
import io.missionwatch.schema.SuppressionKind;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The routes of suppressions: silences, maintenance windows, false positives, each with a reason and an end. */
final class SuppressionRoutes {

    private static final Removal<Suppression> REMOVAL =
            new Removal<>(DeskTopic.SUPPRESSIONS, "suppression.ended", "no suppression of that id");
    private static final String ROOT = "/api/v1/suppressions";
    private static final Duration LONGEST = Duration.ofDays(400);
    private static final int LONGEST_REASON = 4000;
    // Kosovo has no code of ISO's, and this one wherever it needs one.
    private static final Set<String> STATES =
            Stream.concat(Stream.of(Locale.getISOCountries()), Stream.of("XK")).collect(Collectors.toUnmodifiableSet());
    private static final List<String> SEVERITIES =
            Stream.of(Severity.values()).map(Severity::name).toList();
    private static final int CREATED = 201;

    private final ObjectMapper json = new ObjectMapper();
    private final PatternShelf patterns;
    private final ControlDesk desk;
    private final InstantSource clock;

    SuppressionRoutes(PatternShelf patterns, ControlDesk desk, InstantSource clock) {
        this.patterns = patterns;
        this.desk = desk;
        this.clock = clock;
    }

    List<Route> routes() {
        return List.of(
                Route.get(ROOT, Scope.CONTROL_READ, "What is held back from delivery, and until when.", this::list),
                Route.get(ROOT + "/{id}", Scope.CONTROL_READ, "One suppression.", this::one),
                Route.post(
                        ROOT,
                        Scope.CONTROL_WRITE,
                        "Hold back alerts: a silence, a maintenance window or a false positive.",
                        this::make),
                Route.put(ROOT + "/{id}", Scope.CONTROL_WRITE, "Change a suppression.", this::change),
                Route.delete(
                        ROOT + "/{id}",
                        Scope.CONTROL_WRITE,
                        "End a suppression.",
                        request -> REMOVAL.answer(request, desk)));
    }

    private void list(Context request) {
        var now = clock.instant();
        var answer = json.createObjectNode();
        var list = answer.putArray("suppressions");
        desk.shelf().all(DeskTopic.SUPPRESSIONS).forEach(entry -> list.add(nodeOf(entry, now)));
        Answers.json(request, answer);
    }

    private void one(Context request) {
        var entry = desk.shelf()
                .find(DeskTopic.SUPPRESSIONS, request.pathParam("id"))
                .orElseThrow(() -> new NotFoundResponse("no suppression of that id"));
        Versions.write(request, entry);
        Answers.json(request, nodeOf(entry, clock.instant()));
    }

    private void make(Context request) {
        var id = UUID.randomUUID().toString();
        var made = read(request, id, Optional.empty());
        var entry = desk.change(
                DeskTopic.SUPPRESSIONS, id, Guard.actor(request), nothing -> Change.put("suppression.created", made));
        request.status(CREATED).header("Location", ROOT + "/" + id);
        answer(request, entry.orElseThrow());
    }

    private void change(Context request) {
        var id = request.pathParam("id");
        var entry = desk.change(DeskTopic.SUPPRESSIONS, id, Guard.actor(request), standing -> {
            var before = standing.orElseThrow(() -> new NotFoundResponse("no suppression of that id"));
            Versions.check(request, standing);
            return Change.put("suppression.changed", read(request, id, Optional.of(before.value())));
        });
        answer(request, entry.orElseThrow());
    }

    private Suppression read(Context request, String id, Optional<Suppression> before) {
        var body = JsonBody.of(request, "kind", "matchers", "startsAt", "expiresAt", "reason");
        var now = clock.instant();
        var kind = body.maybeSymbol("kind", SuppressionKind.class).orElse(SuppressionKind.SILENCE);
        var matchers = body.textsByName("matchers");
        var starts = body.maybeTime("startsAt")
                .orElse(before.map(Suppression::getStartsAt).orElse(now));
        var expires = body.maybeTime("expiresAt");
        var reason = body.text("reason", LONGEST_REASON);
        if (!body.has("expiresAt")) {
            body.text("expiresAt", LONGEST_REASON);
        }
        matchers.forEach(
                (name, value) -> faultOf(name, value).ifPresent(fault -> body.fault("matchers." + name, fault)));
        if (matchers.isEmpty()) {
            body.fault("matchers", "would hold back everything: give at least one of " + HeldBack.FIELDS);
        }
        expires.filter(end -> !end.isAfter(starts) || end.isAfter(now.plus(LONGEST)))
                .ifPresent(wrong ->
                        body.fault("expiresAt", "is after startsAt and at most " + LONGEST.toDays() + " days ahead"));
        body.check();
        return Suppression.newBuilder()
                .setSuppressionId(id)
                .setKind(kind)
                .setMatchers(matchers)
                .setStartsAt(starts)
                .setExpiresAt(expires.orElseThrow())
                .setReason(reason)
                .setCreatedBy(before.map(Suppression::getCreatedBy)
                        .orElse(Guard.principal(request).name()))
                .setAlertId(before.map(Suppression::getAlertId).orElse(null))
                .build();
    }

    /** What would hold back nothing is a slip. */
    private Optional<String> faultOf(String name, String value) {
        return switch (name) {
            case "hostState", "sendingState" ->
                unless(STATES.contains(value.toUpperCase(Locale.ROOT)), "is no ISO 3166-1 alpha-2 code such as AF");
            case "belowSeverity" ->
                unless(SEVERITIES.contains(value.toUpperCase(Locale.ROOT)), "is none of " + SEVERITIES);
            case "patternId" -> unless(patterns.find(value).isPresent(), "is the id of no pattern");
            default -> unless(HeldBack.FIELDS.contains(name), "is unknown; expected one of " + HeldBack.FIELDS);
        };
    }

    private static Optional<String> unless(boolean right, String fault) {
        return right ? Optional.empty() : Optional.of(fault);
    }

    private void answer(Context request, Entry<Suppression> entry) {
        Versions.write(request, entry);
        Answers.json(request, nodeOf(entry, clock.instant()));
    }

    private static ObjectNode nodeOf(Entry<Suppression> entry, Instant now) {
        var value = entry.value();
        return AvroJson.of(value)
                .put("inEffect", !now.isBefore(value.getStartsAt()) && now.isBefore(value.getExpiresAt()))
                .put("etag", Versions.tag(entry));
    }
}
