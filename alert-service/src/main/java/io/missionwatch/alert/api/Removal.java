package io.missionwatch.alert.api;

import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import io.missionwatch.alert.desk.Change;
import io.missionwatch.alert.desk.ControlDesk;
import io.missionwatch.alert.desk.DeskTopic;
import org.apache.avro.specific.SpecificRecord;

/**
 * Takes away what stands under the id of a request's path, where the request names its version.
 *
 * @param topic where it stands
 * @param action what the audit trail calls it
 * @param missing what to answer where nothing stands there
 * @param <T> type of what is removed
 */
record Removal<T extends SpecificRecord>(DeskTopic<T> topic, String action, String missing) {

    private static final int NO_CONTENT = 204;

    void answer(Context request, ControlDesk desk) {
        desk.change(topic, request.pathParam("id"), Guard.actor(request), standing -> {
            if (standing.isEmpty()) {
                throw new NotFoundResponse(missing);
            }
            Versions.check(request, standing);
            return Change.<T>remove(action);
        });
        request.status(NO_CONTENT);
    }
}
