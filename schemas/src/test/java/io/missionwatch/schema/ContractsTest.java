package io.missionwatch.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.missionwatch.topics.Topic;
import io.missionwatch.topics.TopicCatalogue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;

class ContractsTest {

    private final Map<String, Schema> named = namedSchemas();

    @Test
    void saysWhatEveryRecordAndFieldIs() {
        var silent = new ArrayList<String>();
        for (var schema : named.values()) {
            if (schema.getDoc() == null) {
                silent.add(schema.getName());
            }
            if (schema.getType() == Schema.Type.RECORD) {
                schema.getFields().stream()
                        .filter(field -> field.doc() == null)
                        .forEach(field -> silent.add(schema.getName() + "." + field.name()));
            }
        }
        assertThat(silent).isEmpty();
    }

    @Test
    void saysWhatEveryEnumSymbolMeans() {
        for (var schema : enums()) {
            assertThat(symbolDocs(schema)).as(schema.getName()).containsOnlyKeys(schema.getEnumSymbols());
        }
    }

    @Test
    void givesEveryEnumADefaultThatOldReadersFallBackTo() {
        assertThat(enums())
                .allSatisfy(schema ->
                        assertThat(schema.getEnumDefault()).as(schema.getName()).isNotNull());
    }

    @Test
    void keepsEveryTypeInOneNamespace() {
        assertThat(named.values()).extracting(Schema::getNamespace).containsOnly("io.missionwatch.schema");
    }

    private List<Schema> enums() {
        return named.values().stream()
                .filter(schema -> schema.getType() == Schema.Type.ENUM)
                .toList();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, String> symbolDocs(Schema schema) {
        return (Map<String, String>) schema.getObjectProp("symbolDocs");
    }

    private static Map<String, Schema> namedSchemas() {
        var found = new LinkedHashMap<String, Schema>();
        TopicCatalogue.withValues().stream().map(Topic::value).forEach(value -> collect(value.orElseThrow(), found));
        return found;
    }

    private static void collect(Schema schema, Map<String, Schema> found) {
        switch (schema.getType()) {
            case RECORD -> {
                if (found.putIfAbsent(schema.getFullName(), schema) == null) {
                    schema.getFields().forEach(field -> collect(field.schema(), found));
                }
            }
            case ENUM -> found.putIfAbsent(schema.getFullName(), schema);
            case ARRAY -> collect(schema.getElementType(), found);
            case MAP -> collect(schema.getValueType(), found);
            case UNION -> schema.getTypes().forEach(type -> collect(type, found));
            default -> {
                // Primitive types need no words of their own.
            }
        }
    }
}
