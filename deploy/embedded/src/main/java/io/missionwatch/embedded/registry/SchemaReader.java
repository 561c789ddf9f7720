package io.missionwatch.embedded.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.function.Function;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;

/** Reads Avro schemas together with the types that they take from other subjects. */
final class SchemaReader {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Function<SchemaReference, StoredSchema.Content> references;

    SchemaReader(Function<SchemaReference, StoredSchema.Content> references) {
        this.references = references;
    }

    /** The content with its text as the registry keeps it: without blanks, names written out as Avro does. */
    StoredSchema.Content canonical(SchemaRequest request) {
        if (!request.type().equals("AVRO")) {
            throw RegistryError.invalidSchema("type " + request.type() + " is not supported, only AVRO is");
        }
        var content = request.content();
        if (content.text().isBlank()) {
            throw RegistryError.invalidSchema("the schema is empty");
        }
        var schema = parse(content);
        var text = content.references().isEmpty() ? schema.toString() : minified(content.text());
        return new StoredSchema.Content(text, content.references());
    }

    Schema parse(StoredSchema.Content content) {
        try {
            return parse(new Schema.Parser(), content);
        } catch (AvroRuntimeException e) {
            throw RegistryError.invalidSchema(e.getMessage());
        }
    }

    private Schema parse(Schema.Parser parser, StoredSchema.Content content) {
        for (var reference : content.references()) {
            if (!parser.getTypes().containsKey(reference.name())) {
                parse(parser, references.apply(reference));
            }
        }
        return parser.parse(content.text());
    }

    private static String minified(String text) {
        try {
            return JSON.readTree(text).toString();
        } catch (JsonProcessingException e) {
            throw RegistryError.invalidSchema(e.getOriginalMessage());
        }
    }
}
