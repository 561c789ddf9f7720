package io.missionwatch.ingest.doors;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;

/** The description of the doors in OpenAPI 3.1. */
final class OpenApi {

    private OpenApi() {}

    static void answer(Context request) {
        try (var in = OpenApi.class.getResourceAsStream("openapi.json")) {
            request.contentType("application/json").result(in.readAllBytes());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
