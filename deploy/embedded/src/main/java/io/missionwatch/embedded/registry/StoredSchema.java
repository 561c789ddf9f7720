package io.missionwatch.embedded.registry;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * One version of a subject.
 *
 * @param id the same for equal content, whatever the subject
 * @param deleted no longer listed, but records that carry its id can still be read
 */
record StoredSchema(String subject, int version, int id, Content content, boolean deleted) {

    /** What makes two schemas the same: their text and what they refer to. */
    record Content(String text, List<SchemaReference> references) {
        Content {
            references = List.copyOf(references);
        }

        /** The members that every answer about a schema has. */
        ObjectNode toJson() {
            var json = JsonNodeFactory.instance.objectNode();
            if (!references.isEmpty()) {
                var array = json.putArray("references");
                references.forEach(reference -> array.add(reference.toJson()));
            }
            return json.put("schema", text);
        }
    }

    StoredSchema asDeleted() {
        return new StoredSchema(subject, version, id, content, true);
    }

    ObjectNode toJson() {
        var json = JsonNodeFactory.instance
                .objectNode()
                .put("subject", subject)
                .put("version", version)
                .put("id", id);
        json.setAll(content.toJson());
        return json;
    }
}
