package io.missionwatch.alert.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import io.missionwatch.alert.access.Scope;
import io.missionwatch.alert.api.PatternShelf.Standing;
import io.missionwatch.alert.desk.Change;
import io.missionwatch.alert.desk.ControlDesk;
import io.missionwatch.alert.desk.DeskTopic;
import io.missionwatch.alert.patterns.CompiledPattern;
import io.missionwatch.alert.patterns.PatternCompiler;
import io.missionwatch.alert.patterns.PatternText;
import io.missionwatch.alert.sigma.Fault;
import io.missionwatch.schema.Pattern;
import java.util.List;

/** The routes of patterns: what is in force, and how it is changed. */
final class PatternRoutes {

    private static final Removal<Pattern> REMOVAL = new Removal<>(
            DeskTopic.PATTERNS,
            "pattern.removed",
            "no pattern of the operator of that id; a built-in one can be switched off");
    private static final String ROOT = "/api/v1/patterns";
    private static final int LONGEST_YAML = 200_000;
    private static final int CREATED = 201;

    private final ObjectMapper json = new ObjectMapper();
    private final PatternShelf shelf;
    private final PatternReader reader;
    private final ControlDesk desk;

    PatternRoutes(PatternShelf shelf, PatternReader reader, ControlDesk desk) {
        this.shelf = shelf;
        this.reader = reader;
        this.desk = desk;
    }

    List<Route> routes() {
        return List.of(
                Route.get(ROOT, Scope.CONTROL_READ, "All patterns, built-in ones too.", this::list),
                Route.get(ROOT + "/{id}", Scope.CONTROL_READ, "One pattern with its text.", this::one),
                Route.post(
                        ROOT + "/check",
                        Scope.CONTROL_READ,
                        "Say whether a pattern is valid, and what is wrong on which line; changes nothing.",
                        this::check),
                Route.put(
                        ROOT + "/{id}",
                        Scope.CONTROL_WRITE,
                        "Put a pattern in force, also over a built-in one.",
                        this::put),
                Route.patch(
                        ROOT + "/{id}",
                        Scope.CONTROL_WRITE,
                        "Switch a pattern on or off, or into shadow and out of it.",
                        this::patch),
                Route.delete(
                        ROOT + "/{id}",
                        Scope.CONTROL_WRITE,
                        "Remove a pattern of the operator; a built-in one of that id is in force again.",
                        request -> REMOVAL.answer(request, desk)));
    }

    private void list(Context request) {
        var answer = json.createObjectNode();
        var list = answer.putArray("patterns");
        shelf.all().forEach(standing -> list.add(nodeOf(standing)));
        Answers.json(request, answer);
    }

    private void one(Context request) {
        answer(request, request.pathParam("id"));
    }

    private void check(Context request) {
        var body = JsonBody.of(request, "yaml");
        var yaml = body.text("yaml", LONGEST_YAML);
        body.check();
        var compilation = PatternCompiler.compile(PatternText.of("yaml", yaml));
        var answer = json.createObjectNode().put("valid", compilation.isValid());
        write(answer.putArray("faults"), compilation.faults());
        var patterns = answer.putArray("patterns");
        compilation
                .patterns()
                .forEach(pattern -> patterns.addObject()
                        .put("patternId", pattern.card().patternId())
                        .put("title", pattern.card().title())
                        .put("mode", pattern.card().shadow() ? "SHADOW" : "LIVE"));
        Answers.json(request, answer);
    }

    private void put(Context request) {
        var id = request.pathParam("id");
        var body = JsonBody.of(request, "yaml", "enabled", "mode");
        var wanted = reader.read(id, body);
        desk.change(DeskTopic.PATTERNS, id, Guard.actor(request), standing -> {
            Versions.check(request, standing);
            request.status(standing.isPresent() ? 200 : CREATED);
            return Change.put(
                    standing.isPresent() ? "pattern.changed" : "pattern.created",
                    reader.next(wanted, standing, Guard.principal(request)));
        });
        answer(request, id);
    }

    private void patch(Context request) {
        var id = request.pathParam("id");
        var body = JsonBody.of(request, "enabled", "mode");
        desk.change(DeskTopic.PATTERNS, id, Guard.actor(request), entry -> {
            Versions.check(request, entry);
            var wanted = reader.switched(find(id), body);
            return Change.put("pattern.switched", reader.next(wanted, entry, Guard.principal(request)));
        });
        answer(request, id);
    }

    private Standing find(String id) {
        return shelf.find(id).orElseThrow(() -> new NotFoundResponse("no pattern of that id"));
    }

    private void answer(Context request, String id) {
        var standing = find(id);
        standing.entry().ifPresent(entry -> Versions.write(request, entry));
        Answers.json(request, nodeOf(standing).put("yaml", standing.text().yaml()));
    }

    private ObjectNode nodeOf(Standing standing) {
        var node = json.createObjectNode()
                .put("patternId", standing.patternId())
                .put("version", standing.text().version())
                .put("builtIn", standing.builtIn())
                .put("changed", standing.entry().isPresent())
                .put("enabled", standing.text().enabled())
                .put("valid", standing.pattern().isPresent());
        standing.entry()
                .ifPresent(entry -> node.put("etag", Versions.tag(entry))
                        .put("changedBy", entry.value().getChangedBy())
                        .put("changedAt", entry.value().getChangedAt().toString()));
        write(node.putArray("faults"), standing.compilation().faults());
        standing.pattern().ifPresent(pattern -> describe(node, pattern));
        return node;
    }

    private static void describe(ObjectNode node, CompiledPattern pattern) {
        var head = pattern.rule().head();
        node.put("title", pattern.card().title())
                .put("level", pattern.card().level().name())
                .put("mode", pattern.card().shadow() ? "SHADOW" : "LIVE")
                .put("description", head.description().orElse(""))
                .put("suppressFor", pattern.windows().suppressFor().toString());
        pattern.groupBy().forEach(node.putArray("groupBy")::add);
        head.falsePositives().forEach(node.putArray("falsePositives")::add);
        head.tags().forEach(node.putArray("tags")::add);
    }

    private static void write(ArrayNode list, List<Fault> faults) {
        faults.forEach(fault ->
                list.addObject().put("at", "yaml").put("line", fault.line()).put("reason", fault.reason()));
    }
}
