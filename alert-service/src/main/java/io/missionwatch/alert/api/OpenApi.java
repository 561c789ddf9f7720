package io.missionwatch.alert.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The description of the API in OpenAPI 3.1: written as YAML, answered as JSON. */
final class OpenApi {

    private static final JsonNode DESCRIPTION = read();

    private OpenApi() {}

    static List<Route> routes() {
        return List.of(
                Route.open("/api/v1/openapi.json", "The description of this API in OpenAPI 3.1.", OpenApi::answer));
    }

    /** The description. */
    static JsonNode description() {
        return DESCRIPTION;
    }

    private static void answer(Context request) {
        Answers.json(request, DESCRIPTION);
    }

    private static JsonNode read() {
        try (var in = OpenApi.class.getResourceAsStream("openapi.yaml")) {
            var options = new LoaderOptions();
            options.setMaxAliasesForCollections(200);
            return new ObjectMapper().valueToTree(new Yaml(new SafeConstructor(options)).<Object>load(in));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
