package io.missionwatch.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.missionwatch.schema.Article;
import io.missionwatch.topics.TopicCatalogue;
import java.util.List;
import org.apache.avro.SchemaBuilder;
import org.junit.jupiter.api.Test;

class SchemaRegistrationTest {
    private final LocalRegistryClient registry = new LocalRegistryClient();

    @Test
    void registersATopicsValuesAndGuardsTheirSubject() {
        var registered = SchemaRegistration.registerTopics(registry, List.of(TopicCatalogue.ARTICLES));

        assertThat(registered).singleElement().satisfies(article -> {
            assertThat(article.subject()).isEqualTo("news.articles-value");
            assertThat(article.version()).isEqualTo(1);
        });
        assertThat(registry.compatibility("news.articles-value")).contains(CompatibilityLevel.FULL_TRANSITIVE);
    }

    @Test
    void keepsHintsForJavaOutOfTheRegistry() {
        SchemaRegistration.registerTopics(registry, List.of(TopicCatalogue.ARTICLES));

        assertThat(Article.getClassSchema().toString()).contains("avro.java.string");
        assertThat(registry.latest("news.articles-value").schema().toString()).doesNotContain("avro.java.string");
    }

    @Test
    void givesTheSameAnswerEachTime() {
        var first = SchemaRegistration.registerTopics(registry, List.of(TopicCatalogue.ARTICLES));
        var second = SchemaRegistration.registerTopics(registry, List.of(TopicCatalogue.ARTICLES));

        assertThat(second).isEqualTo(first);
    }

    @Test
    void refusesASchemaThatBreaksWithAnEarlierOne() {
        var before = SchemaBuilder.record("Note").fields().requiredString("id").endRecord();
        var after = SchemaBuilder.record("Note").fields().requiredLong("id").endRecord();
        SchemaRegistration.registerAll(registry, List.of(new SubjectSchema("notes-value", before)));

        assertThatThrownBy(() ->
                        SchemaRegistration.registerAll(registry, List.of(new SubjectSchema("notes-value", after))))
                .isInstanceOf(IncompatibleSchemaException.class)
                .hasMessageContaining("notes-value");
    }
}
