package io.missionwatch.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.missionwatch.registry.WireSchema;
import io.missionwatch.topics.Topic;
import io.missionwatch.topics.TopicCatalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.SchemaFormatter;
import org.apache.avro.SchemaValidationException;
import org.apache.avro.SchemaValidatorBuilder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Holds the contracts to what has been published under src/published, which downstream consumers rely on. A changed
 * contract is published as its next version with {@code mvn -pl schemas test -Dschemas.publish=true}, and only when it is
 * compatible with all versions before, in both directions.
 */
class PublishedSchemasTest {

    private static final Path PUBLISHED = Path.of("src", "published");

    static List<Schema> contracts() {
        return TopicCatalogue.withValues().stream()
                .map(Topic::value)
                .map(value -> WireSchema.withoutJavaHints(value.orElseThrow()))
                .distinct()
                .toList();
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void isCompatibleWithEveryPublishedVersion(Schema contract) throws Exception {
        refuseIncompatible(contract, published(contract));
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void isPublishedAsItsNewestVersion(Schema contract) throws Exception {
        var versions = published(contract);
        if (Boolean.getBoolean("schemas.publish")
                && (versions.isEmpty() || !newest(versions).equals(contract))) {
            refuseIncompatible(contract, versions);
            publish(contract, versions.size() + 1);
            versions = published(contract);
        }

        assertThat(versions)
                .as("published versions of %s; publish with -Dschemas.publish=true", contract.getName())
                .isNotEmpty();
        assertThat(newest(versions)).isEqualTo(contract);
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void refusesAContractThatRenamesItsKeyField(Schema contract) throws Exception {
        var keyField = contract.getFields().get(0).name();
        var broken = new Schema.Parser()
                .parse(contract.toString().replace("\"name\":\"" + keyField + "\"", "\"name\":\"renamed\""));

        assertThatThrownBy(() -> refuseIncompatible(broken, published(contract)))
                .isInstanceOf(SchemaValidationException.class);
    }

    private static void refuseIncompatible(Schema contract, List<Schema> versions) throws SchemaValidationException {
        new SchemaValidatorBuilder().mutualReadStrategy().validateAll().validate(contract, versions);
    }

    private static Schema newest(List<Schema> versions) {
        return versions.get(versions.size() - 1);
    }

    private static List<Schema> published(Schema contract) throws IOException {
        var versions = new ArrayList<Schema>();
        for (var file = file(contract, 1); Files.exists(file); file = file(contract, versions.size() + 1)) {
            versions.add(new Schema.Parser().parse(Files.readString(file)));
        }
        return versions;
    }

    private static void publish(Schema contract, int version) throws IOException {
        var file = file(contract, version);
        Files.createDirectories(file.getParent());
        Files.writeString(file, SchemaFormatter.format("json/pretty", contract) + "\n");
    }

    private static Path file(Schema contract, int version) {
        return PUBLISHED.resolve(contract.getName()).resolve(version + ".avsc");
    }
}
