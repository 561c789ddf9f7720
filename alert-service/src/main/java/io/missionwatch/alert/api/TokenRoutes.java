package io.missionwatch.alert.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import io.missionwatch.alert.access.Role;
import io.missionwatch.alert.access.Scope;
import io.missionwatch.alert.desk.TokenDesk;
import io.missionwatch.schema.ApiToken;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Stream;

/** The routes of API tokens. A token is shown once, when it is made. */
final class TokenRoutes {

    private static final String ROOT = "/api/v1/tokens";
    private static final int LONGEST_NAME = 200;
    private static final int CREATED = 201;
    private static final int NO_CONTENT = 204;

    private final ObjectMapper json = new ObjectMapper();
    private final TokenDesk tokens;
    private final InstantSource clock;

    TokenRoutes(TokenDesk tokens, InstantSource clock) {
        this.tokens = tokens;
        this.clock = clock;
    }

    List<Route> routes() {
        return List.of(
                Route.get(ROOT, Scope.TOKENS, "The API tokens, without their secrets.", this::list),
                Route.post(ROOT, Scope.TOKENS, "Make an API token; the answer shows it once.", this::make),
                Route.delete(ROOT + "/{id}", Scope.TOKENS, "Revoke an API token.", this::revoke));
    }

    private void list(Context request) {
        var answer = json.createObjectNode();
        var list = answer.putArray("tokens");
        tokens.all().forEach(token -> list.add(nodeOf(token)));
        Answers.json(request, answer);
    }

    private void make(Context request) {
        var body = JsonBody.of(request, "name", "role", "scopes", "expiresAt");
        var name = body.text("name", LONGEST_NAME);
        var word = body.text("role", LONGEST_NAME);
        var role = Role.of(word);
        if (role.isEmpty() && !word.isEmpty()) {
            body.fault(
                    "role",
                    "is one of " + Stream.of(Role.values()).map(Role::word).toList());
        }
        var scopes = new LinkedHashSet<Scope>();
        body.texts("scopes", LONGEST_NAME, Scope.values().length)
                .forEach(scope -> Scope.of(scope)
                        .filter(known -> role.map(Role::scopes)
                                .filter(may -> may.contains(known))
                                .isPresent())
                        .ifPresentOrElse(
                                scopes::add,
                                () -> body.fault("scopes", "holds '" + scope + "', which the role does not have")));
        var expires = body.maybeTime("expiresAt");
        expires.filter(end -> !end.isAfter(clock.instant()))
                .ifPresent(past -> body.fault("expiresAt", "must lie ahead"));
        body.check();
        var made = tokens.make(name, role.orElseThrow(), scopes, expires, Guard.actor(request));
        request.status(CREATED);
        Answers.json(request, nodeOf(made.kept()).put("token", made.text().whole()));
    }

    private void revoke(Context request) {
        if (!tokens.revoke(request.pathParam("id"), Guard.actor(request))) {
            throw new NotFoundResponse("no token of that id");
        }
        request.status(NO_CONTENT);
    }

    private static ObjectNode nodeOf(ApiToken token) {
        var node = AvroJson.of(token);
        node.remove("secretHash");
        return node;
    }
}
