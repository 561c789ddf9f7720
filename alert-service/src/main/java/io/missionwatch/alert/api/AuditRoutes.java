package io.missionwatch.alert.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.http.Context;
import io.missionwatch.alert.access.Scope;
import io.missionwatch.alert.desk.AuditTrail;
import java.util.List;
import java.util.Optional;

/** The routes about who did what: the audit trail, and who it is that asks. */
final class AuditRoutes {

    private static final int USUAL = 100;
    private static final int LARGEST = 1000;

    private final ObjectMapper json = new ObjectMapper();
    private final AuditTrail trail;
    private final Guard guard;

    AuditRoutes(AuditTrail trail, Guard guard) {
        this.trail = trail;
        this.guard = guard;
    }

    List<Route> routes() {
        return List.of(
                Route.get(
                        "/api/v1/audit", Scope.AUDIT, "Who changed what, when, from where; newest first.", this::list),
                Route.open("/api/v1/me", "Who asks, and what they may do.", this::self));
    }

    private void list(Context request) {
        int limit = AlertRoutes.limit(request, USUAL, LARGEST);
        var before = Optional.ofNullable(request.queryParam("cursor")).map(AuditRoutes::offset);
        var page = trail.newest(limit, before);
        var answer = json.createObjectNode();
        var entries = answer.putArray("entries");
        page.entries().forEach(entry -> entries.add(AvroJson.of(entry)));
        page.next().ifPresentOrElse(next -> answer.put("next", Long.toString(next)), () -> answer.putNull("next"));
        Answers.json(request, answer);
    }

    /** Open to all, so that the page can tell whether it must ask for a token. */
    private void self(Context request) {
        var principal = Guard.principal(request);
        var known = principal.signedIn() || !guard.hasSignIn();
        var answer =
                json.createObjectNode().put("signIn", guard.hasSignIn()).put("name", known ? principal.name() : "");
        var scopes = answer.putArray("scopes");
        if (known) {
            principal.scopeWords().forEach(scopes::add);
        }
        Answers.json(request, answer);
    }

    private static long offset(String cursor) {
        if (cursor.matches("[0-9]{1,18}")) {
            return Long.parseLong(cursor);
        }
        throw new BadRequest("'cursor' is not one that this API gave");
    }
}
