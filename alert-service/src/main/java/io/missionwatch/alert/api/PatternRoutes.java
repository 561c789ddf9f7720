package io.missionwatch.alert.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.missionwatch.alert.patterns.CompiledPattern;
import io.missionwatch.alert.patterns.LivePatterns;

/** The routes under {@code /api/v1/patterns}: what is in force. */
final class PatternRoutes {

    private final ObjectMapper json = new ObjectMapper();
    private final LivePatterns patterns;

    PatternRoutes(LivePatterns patterns) {
        this.patterns = patterns;
    }

    void addTo(RoutesConfig routes) {
        routes.get("/api/v1/patterns", this::list);
    }

    private void list(Context request) {
        var answer = json.createObjectNode();
        var list = answer.putArray("patterns");
        patterns.current().patterns().forEach(pattern -> list.add(nodeOf(pattern)));
        AlertRoutes.answer(request, answer);
    }

    private ObjectNode nodeOf(CompiledPattern pattern) {
        var card = pattern.card();
        var head = pattern.rule().head();
        var node = json.createObjectNode()
                .put("patternId", card.patternId())
                .put("title", card.title())
                .put("version", card.version())
                .put("builtIn", card.version() == 0)
                .put("level", card.level().name())
                .put("mode", card.shadow() ? "SHADOW" : "LIVE")
                .put("description", head.description().orElse(""))
                .put("suppressFor", pattern.windows().suppressFor().toString());
        pattern.groupBy().forEach(node.putArray("groupBy")::add);
        head.falsePositives().forEach(node.putArray("falsePositives")::add);
        head.tags().forEach(node.putArray("tags")::add);
        return node;
    }
}
