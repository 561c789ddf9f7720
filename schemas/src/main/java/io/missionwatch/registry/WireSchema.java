package io.missionwatch.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.apache.avro.NameValidator;
import org.apache.avro.Schema;
import org.apache.avro.SchemaParseException;

/** A schema as text between client and registry. */
public final class WireSchema {
    private static final ObjectMapper JSON = new ObjectMapper();

    private WireSchema() {}

    /** The schema without the hints for Java classes that the Avro compiler leaves in it: other languages read it too. */
    public static Schema withoutJavaHints(Schema schema) {
        try {
            var tree = JSON.readTree(schema.toString());
            dropJavaHints(tree);
            return parse(tree.toString());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Avro printed a schema that is not JSON: " + schema.getFullName(), e);
        }
    }

    private static void dropJavaHints(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.remove("avro.java.string");
        }
        node.forEach(WireSchema::dropJavaHints);
    }

    /**
     * Reads a schema that others have registered, so without today's stricter rules for names and defaults.
     *
     * @throws InvalidSchemaException if it is no Avro schema
     */
    public static Schema parse(String text) {
        return parse(new Schema.Parser(NameValidator.NO_VALIDATION), text);
    }

    static Schema parse(Schema.Parser parser, String text) {
        try {
            return parser.setValidateDefaults(false).parse(text);
        } catch (SchemaParseException e) {
            throw new InvalidSchemaException("not an Avro schema: " + e.getMessage(), e);
        }
    }
}
