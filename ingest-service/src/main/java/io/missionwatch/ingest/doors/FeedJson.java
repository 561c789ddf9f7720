package io.missionwatch.ingest.doors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.missionwatch.ingest.feeds.FeedList;
import io.missionwatch.schema.FeedStatus;

/** Writes feeds as JSON: the fields of a list of feeds, and the record of their status. */
public final class FeedJson {

    private static final ObjectMapper JSON = new ObjectMapper();

    private FeedJson() {}

    /** A feed with how it is doing. */
    public static ObjectNode of(FeedView view) {
        var node = Answers.NODES.objectNode();
        node.set("feed", JSON.valueToTree(FeedList.fields(view.feed())));
        view.status().ifPresent(status -> node.set("status", of(status)));
        return node;
    }

    private static ObjectNode of(FeedStatus status) {
        var node = Answers.NODES.objectNode();
        status.getSchema().getFields().forEach(field -> node.set(field.name(), value(status.get(field.pos()))));
        return node;
    }

    private static JsonNode value(Object value) {
        if (value == null) {
            return Answers.NODES.nullNode();
        }
        if (value instanceof Boolean flag) {
            return Answers.NODES.booleanNode(flag);
        }
        return value instanceof Number number
                ? Answers.NODES.numberNode(number.longValue())
                : Answers.NODES.textNode(value.toString());
    }
}
