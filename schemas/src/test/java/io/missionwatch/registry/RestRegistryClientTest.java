package io.missionwatch.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RestRegistryClientTest {
    private static final Schema NOTE = SchemaBuilder.record("Note")
            .namespace("io.missionwatch.schema.sample")
            .fields()
            .requiredString("id")
            .endRecord();

    private ScriptedRegistry registry;

    @BeforeEach
    void startRegistry() throws Exception {
        registry = new ScriptedRegistry();
    }

    @AfterEach
    void stopRegistry() {
        registry.close();
    }

    @Test
    void registersASchemaOnceAndRemembersItsId() {
        registry.answers(200, "{\"id\":7}");

        try (var client = client(Map.of())) {
            assertThat(client.register("news.articles-value", NOTE)).isEqualTo(7);
            assertThat(client.register("news.articles-value", NOTE)).isEqualTo(7);
            assertThat(client.byId(7)).isEqualTo(NOTE);
        }

        assertThat(registry.requests()).singleElement().satisfies(request -> {
            assertThat(request.method()).isEqualTo("POST");
            assertThat(request.path()).isEqualTo("/subjects/news.articles-value/versions");
            assertThat(request.body()).startsWith("{\"schema\":\"{\\\"type\\\":\\\"record\\\"");
        });
    }

    @Test
    void keepsThePathOfTheBaseAddressAndEscapesSubjects() {
        registry.answers(200, "[1,2]");

        try (var client = client(Map.of(RegistrySettings.URL, registry.url() + "/apis/ccompat/v7/"))) {
            assertThat(client.versions("a/b c")).containsExactly(1, 2);
        }

        assertThat(registry.requests().get(0).path()).isEqualTo("/apis/ccompat/v7/subjects/a%2Fb%20c/versions");
    }

    @Test
    void readsASchemaThatRefersToAnotherSubject() {
        registry.answers(200, answerWithReference());
        registry.answers(
                200, "{\"subject\":\"note\",\"version\":1,\"id\":1,\"schema\":" + quoted(NOTE.toString()) + "}");

        try (var client = client(Map.of())) {
            assertThat(client.byId(2).getField("note").schema()).isEqualTo(NOTE);
        }

        assertThat(registry.requests().get(1).path()).isEqualTo("/subjects/note/versions/1");
    }

    private static String answerWithReference() {
        var book =
                "{\"type\":\"record\",\"name\":\"Book\",\"fields\":[{\"name\":\"note\",\"type\":\"io.missionwatch.schema.sample.Note\"}]}";
        return "{\"schema\":" + quoted(book)
                + ",\"references\":[{\"name\":\"io.missionwatch.schema.sample.Note\",\"subject\":\"note\",\"version\":1}]}";
    }

    @Test
    void refusesASchemaOfAnotherLanguage() {
        registry.answers(200, "{\"schemaType\":\"PROTOBUF\",\"schema\":\"message A {}\"}");

        try (var client = client(Map.of())) {
            assertThatThrownBy(() -> client.byId(3))
                    .isInstanceOf(InvalidSchemaException.class)
                    .hasMessageContaining("PROTOBUF");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "404, 40401, SchemaNotFoundException",
        "404, 40402, SchemaNotFoundException",
        "404, 40403, SchemaNotFoundException",
        "404, 0,     RegistryRefusedException",
        "409, 409,   IncompatibleSchemaException",
        "422, 42201, InvalidSchemaException",
        "401, 401,   RegistryRefusedException",
        "403, 403,   RegistryRefusedException",
        "302, 0,     RegistryRefusedException",
        "500, 50001, RegistryUnavailableException",
        "503, 0,     RegistryUnavailableException",
        "429, 0,     RegistryUnavailableException"
    })
    void givesEachErrorItsType(int status, int code, String type) {
        registry.answers(status, code == 0 ? "<html>" : "{\"error_code\":" + code + ",\"message\":\"no\"}");

        try (var client = client(Map.of("max.retries", 0))) {
            assertThatThrownBy(() -> client.byId(1))
                    .hasMessageContaining(Integer.toString(status))
                    .extracting(e -> e.getClass().getSimpleName())
                    .isEqualTo(type);
        }
    }

    @Test
    void refusesAnAnswerThatIsNoJson() {
        registry.answers(200, "<html>welcome</html>");

        try (var client = client(Map.of())) {
            assertThatThrownBy(() -> client.byId(1)).isInstanceOf(RegistryRefusedException.class);
        }
    }

    @Test
    void asksAgainAfterServerErrors() {
        registry.answers(500, "").answers(503, "").answers(200, "[\"a\"]");

        try (var client = client(Map.of())) {
            assertThat(client.subjects()).containsExactly("a");
        }
    }

    @Test
    void givesUpAfterItsRetries() {
        try (var client = client(Map.of("max.retries", 2))) {
            assertThatThrownBy(client::subjects).isInstanceOf(RegistryUnavailableException.class);
        }

        assertThat(registry.requests()).hasSize(3);
    }

    @Test
    void goesToTheNextAddressAndStaysThere() throws Exception {
        try (var dead = new ScriptedRegistry();
                var client = client(Map.of(RegistrySettings.URL, dead.url() + " , " + registry.url()))) {
            registry.answers(200, "[]").answers(200, "[]");

            client.subjects();
            client.subjects();

            assertThat(dead.requests()).hasSize(1);
            assertThat(registry.requests()).hasSize(2);
        }
    }

    @Test
    void countsAnAddressNobodyListensAtAsUnavailable() {
        registry.close();

        try (var client = client(Map.of("max.retries", 0))) {
            assertThatThrownBy(client::subjects)
                    .isInstanceOf(RegistryUnavailableException.class)
                    .hasMessageContaining(registry.url());
        }
    }

    @Test
    void boundsARequestWhoseBodyNeverEnds() {
        registry.stalls();

        try (var client = client(Map.of("http.read.timeout.ms", 200, "max.retries", 0))) {
            assertThatThrownBy(client::subjects)
                    .isInstanceOf(RegistryUnavailableException.class)
                    .hasMessageContaining("200 ms");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "basic.auth.credentials.source, USER_INFO, basic.auth.user.info, ann:se:cret, Basic YW5uOnNlOmNyZXQ=",
        "basic.auth.credentials.source, SASL_INHERIT, sasl.jaas.config, x required username=\"ann\" password=\"se:cret\";, Basic YW5uOnNlOmNyZXQ=",
        "bearer.auth.credentials.source, STATIC_TOKEN, bearer.auth.token, abc, Bearer abc"
    })
    void signsIn(String sourceName, String source, String name, String value, String expected) {
        registry.answers(200, "[]");

        try (var client = client(Map.of(sourceName, source, name, value))) {
            client.subjects();
        }

        assertThat(registry.requests().get(0).authorization()).isEqualTo(expected);
    }

    @Test
    void signsInWithTheCredentialsOfTheAddressAndNeverShowsThem() {
        var address = registry.url().replace("//", "//ann:secret@");

        try (var client = client(Map.of(RegistrySettings.URL, address, "max.retries", 0))) {
            assertThatThrownBy(client::subjects).hasMessageNotContaining("secret");
        }

        assertThat(registry.requests().get(0).authorization()).isEqualTo("Basic YW5uOnNlY3JldA==");
    }

    @Test
    void tellsALevelOfItsOwnFromTheGlobalOne() {
        registry.answers(200, "{\"compatibilityLevel\":\"FULL\"}");
        registry.answers(404, "{\"error_code\":40408,\"message\":\"none\"}");

        try (var client = client(Map.of())) {
            assertThat(client.compatibility("a")).contains(CompatibilityLevel.FULL);
            assertThat(client.compatibility("b")).isEmpty();
        }
    }

    @Test
    void passesOnWhyASchemaIsIncompatible() {
        registry.answers(200, "{\"is_compatible\":false,\"messages\":[\"field id went away\"]}");

        try (var client = client(Map.of())) {
            assertThat(client.incompatibilities("a", NOTE)).isEqualTo(List.of("field id went away"));
        }
    }

    private RegistryClient client(Map<String, ?> settings) {
        var configs = new HashMap<String, Object>(
                Map.of(RegistrySettings.URL, registry.url(), "retries.wait.ms", 1, "retries.max.wait.ms", 2));
        configs.putAll(settings);
        return new RestRegistryClient(RegistrySettings.from(configs));
    }

    private static String quoted(String json) {
        return "\"" + json.replace("\"", "\\\"") + "\"";
    }
}
