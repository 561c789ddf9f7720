package io.missionwatch.alert.api;

import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import io.missionwatch.alert.access.Scope;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One thing that can be asked of the API.
 *
 * @param method how
 * @param path where; {@code {name}} stands for a part of it
 * @param scope what whoever asks must be allowed to do; empty where anybody may ask
 * @param sentence what it does, for the table of routes
 * @param handler who answers
 */
public record Route(HandlerType method, String path, Optional<Scope> scope, String sentence, Handler handler) {

    static Route get(String path, Scope scope, String sentence, Handler handler) {
        return new Route(HandlerType.GET, path, Optional.of(scope), sentence, handler);
    }

    static Route post(String path, Scope scope, String sentence, Handler handler) {
        return new Route(HandlerType.POST, path, Optional.of(scope), sentence, handler);
    }

    static Route put(String path, Scope scope, String sentence, Handler handler) {
        return new Route(HandlerType.PUT, path, Optional.of(scope), sentence, handler);
    }

    static Route patch(String path, Scope scope, String sentence, Handler handler) {
        return new Route(HandlerType.PATCH, path, Optional.of(scope), sentence, handler);
    }

    static Route delete(String path, Scope scope, String sentence, Handler handler) {
        return new Route(HandlerType.DELETE, path, Optional.of(scope), sentence, handler);
    }

    static Route open(String path, String sentence, Handler handler) {
        return new Route(HandlerType.GET, path, Optional.empty(), sentence, handler);
    }

    /** Whether a path is one of its. */
    boolean answers(String asked) {
        return asked.matches(Pattern.quote(path).replaceAll("\\{[a-z]+}", "\\\\E[^/]+\\\\Q"));
    }
}
