package io.missionwatch.alert.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Collection;
import java.util.Map;
import org.apache.avro.generic.IndexedRecord;

/** Writes Avro records as JSON for people and consoles: field names as they are, enums as symbols, times as ISO 8601. */
public final class AvroJson {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private AvroJson() {}

    /** The record as an object with its fields in the order of the schema. */
    public static ObjectNode of(IndexedRecord record) {
        var object = NODES.objectNode();
        record.getSchema().getFields().forEach(field -> object.set(field.name(), node(record.get(field.pos()))));
        return object;
    }

    private static JsonNode node(Object value) {
        if (value == null) {
            return NODES.nullNode();
        }
        if (value instanceof IndexedRecord record) {
            return of(record);
        }
        if (value instanceof Collection<?> list) {
            return array(list);
        }
        if (value instanceof Map<?, ?> map) {
            var object = NODES.objectNode();
            map.forEach((key, item) -> object.set(key.toString(), node(item)));
            return object;
        }
        return value instanceof Number number ? number(number) : plain(value);
    }

    private static ArrayNode array(Collection<?> list) {
        var array = NODES.arrayNode(list.size());
        list.forEach(item -> array.add(node(item)));
        return array;
    }

    private static JsonNode number(Number number) {
        return number instanceof Double || number instanceof Float
                ? NODES.numberNode(number.doubleValue())
                : NODES.numberNode(number.longValue());
    }

    private static JsonNode plain(Object value) {
        if (value instanceof Boolean flag) {
            return NODES.booleanNode(flag);
        }
        if (value instanceof ByteBuffer bytes) {
            var copy = new byte[bytes.remaining()];
            bytes.duplicate().get(copy);
            return NODES.textNode(Base64.getEncoder().encodeToString(copy));
        }
        return NODES.textNode(value.toString());
    }
}
