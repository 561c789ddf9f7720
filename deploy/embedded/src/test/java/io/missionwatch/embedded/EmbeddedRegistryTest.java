package io.missionwatch.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EmbeddedRegistryTest {
    private static final String TEXT = "{\"type\":\"record\",\"name\":\"Text\",\"namespace\":\"n\",\"fields\":[]}";
    private static final String WORD = "\"string\"";
    private static final String NUMBER = "\"long\"";

    private EmbeddedBroker broker;
    private EmbeddedRegistry registry;
    private RegistryCalls calls;
    private String subject;

    @BeforeAll
    void start(@TempDir Path directory) {
        broker = EmbeddedBroker.start(directory);
        registry = EmbeddedRegistry.start(broker.bootstrapServers());
        calls = new RegistryCalls(registry.url());
    }

    @AfterAll
    void stop() {
        registry.close();
        broker.close();
    }

    @BeforeEach
    void nameSubject() {
        subject = "s-" + UUID.randomUUID();
    }

    @Test
    void deletesSoftlyFirstAndThenForGood() throws Exception {
        var id = calls.register(subject, TEXT);

        assertThat(code("DELETE", "?permanent=true", "")).isEqualTo(40405);
        assertThat(calls.delete("/subjects/" + subject)).hasToString("[1]");
        assertThat(code("DELETE", "", "")).isEqualTo(40404);
        assertThat(code("GET", "/versions", "")).isEqualTo(40401);
        assertThat(calls.get("/subjects/" + subject + "/versions?deleted=true")).hasToString("[1]");
        assertThat(calls.get("/schemas/ids/" + id).path("schema").asText()).isEqualTo(TEXT);
        assertThat(calls.delete("/subjects/" + subject + "?permanent=true")).hasToString("[1]");
        assertThat(code("GET", "/versions?deleted=true", "")).isEqualTo(40401);
    }

    @Test
    void numbersOnAfterASoftDelete() throws Exception {
        var id = calls.register(subject, TEXT);
        calls.delete("/subjects/" + subject);

        assertThat(calls.register(subject, TEXT)).isEqualTo(id);
        assertThat(calls.get("/subjects/" + subject + "/versions")).hasToString("[2]");
    }

    @Test
    void deletesOneVersionSoftlyFirstAndThenForGood() throws Exception {
        calls.put("/config/" + subject, "{\"compatibility\":\"none\"}");
        calls.register(subject, WORD);
        calls.register(subject, NUMBER);

        assertThat(code("DELETE", "/versions/1?permanent=true", "")).isEqualTo(40407);
        assertThat(calls.delete("/subjects/" + subject + "/versions/1")).hasToString("1");
        assertThat(code("DELETE", "/versions/1", "")).isEqualTo(40406);
        assertThat(code("GET", "/versions/1", "")).isEqualTo(40402);
        assertThat(calls.delete("/subjects/" + subject + "/versions/1?permanent=true"))
                .hasToString("1");
        assertThat(code("DELETE", "/versions/1", "")).isEqualTo(40402);
        assertThat(calls.delete("/subjects/" + subject + "/versions/latest")).hasToString("2");
    }

    @Test
    void resolvesReferencesAndGuardsWhatTheyNeed() throws Exception {
        calls.register(subject, TEXT);
        var book =
                "{\"schema\":\"{\\\"type\\\":\\\"record\\\",\\\"name\\\":\\\"Book\\\",\\\"fields\\\":[{\\\"name\\\":\\\"t\\\",\\\"type\\\":\\\"n.Text\\\"}]}\","
                        + "\"references\":[{\"name\":\"n.Text\",\"subject\":\"" + subject + "\",\"version\":1}]}";

        var id = calls.post("/subjects/" + subject + "-book/versions", book)
                .path("id")
                .asInt();

        assertThat(calls.get("/schemas/ids/" + id)
                        .path("references")
                        .get(0)
                        .path("subject")
                        .asText())
                .isEqualTo(subject);
        assertThat(calls.get("/subjects/" + subject + "/versions/1/referencedby"))
                .hasToString("[" + id + "]");
        assertThat(code("DELETE", "", "")).isEqualTo(42206);
    }

    @Test
    void tellsWhereASchemaIsUsed() throws Exception {
        var id = calls.register(subject, "{\"type\":\"fixed\",\"name\":\"F\",\"size\":3}");

        assertThat(calls.get("/schemas/ids/" + id + "/subjects")).hasToString("[\"" + subject + "\"]");
        assertThat(calls.get("/schemas/ids/" + id + "/versions"))
                .hasToString("[{\"subject\":\"" + subject + "\",\"version\":1}]");
        assertThat(calls.get("/schemas/ids/" + id + "/schema").path("size").asInt())
                .isEqualTo(3);
        assertThat(calls.get("/subjects/" + subject + "/versions/1/schema")
                        .path("size")
                        .asInt())
                .isEqualTo(3);
        assertThat(calls.get("/schemas?subjectPrefix=" + subject + "&latestOnly=true")
                        .get(0)
                        .path("id")
                        .asInt())
                .isEqualTo(id);
        assertThat(calls.get("/schemas/types")).hasToString("[\"AVRO\"]");
        assertThat(calls.get("/subjects?subjectPrefix=" + subject)).hasToString("[\"" + subject + "\"]");
    }

    @Test
    void saysWhyASchemaIsIncompatible() throws Exception {
        calls.register(subject, WORD);

        var path = "/compatibility/subjects/" + subject + "/versions/latest";
        var plain = calls.post(path, RegistryCalls.body(NUMBER));
        var verbose = calls.post(path + "?verbose=true", RegistryCalls.body(NUMBER));

        assertThat(plain).hasToString("{\"is_compatible\":false}");
        assertThat(verbose.path("messages").get(0).asText()).contains("TYPE_MISMATCH");
        assertThat(calls.post("/compatibility/subjects/" + subject + "-new/versions/latest", RegistryCalls.body(WORD))
                        .path("is_compatible")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void setsAndTakesBackLevels() throws Exception {
        var path = "/config/" + subject;

        assertThat(calls.get(path).path("error_code").asInt()).isEqualTo(40408);
        assertThat(calls.get(path + "?defaultToGlobal=true")).hasToString("{\"compatibilityLevel\":\"BACKWARD\"}");
        assertThat(calls.put(path, "{\"compatibility\":\"full\"}")).hasToString("{\"compatibility\":\"FULL\"}");
        assertThat(calls.get(path)).hasToString("{\"compatibilityLevel\":\"FULL\"}");
        assertThat(calls.delete(path)).hasToString("{\"compatibilityLevel\":\"FULL\"}");
        assertThat(calls.get(path).path("error_code").asInt()).isEqualTo(40408);
        assertThat(calls.get("/config")).hasToString("{\"compatibilityLevel\":\"BACKWARD\"}");
    }

    @Test
    void keepsASubjectReadOnlyOrImportsIntoIt() throws Exception {
        var path = "/mode/" + subject;
        var imported = "{\"schema\":\"\\\"bytes\\\"\",\"id\":4711,\"version\":3}";

        assertThat(calls.get(path).path("error_code").asInt()).isEqualTo(40409);
        assertThat(code("POST", "/versions", imported)).isEqualTo(42205);
        assertThat(calls.put(path, "{\"mode\":\"READONLY\"}")).hasToString("{\"mode\":\"READONLY\"}");
        assertThat(code("POST", "/versions", RegistryCalls.body(WORD))).isEqualTo(42205);
        calls.put(path, "{\"mode\":\"IMPORT\"}");
        assertThat(calls.post("/subjects/" + subject + "/versions", imported)).hasToString("{\"id\":4711}");
        assertThat(calls.get("/subjects/" + subject + "/versions")).hasToString("[3]");
        assertThat(calls.delete(path)).hasToString("{\"mode\":\"IMPORT\"}");
        assertThat(calls.get("/mode")).hasToString("{\"mode\":\"READWRITE\"}");
    }

    @ParameterizedTest
    @CsvSource({
        "GET,    /schemas/ids/987654,             '',                             404, 40403",
        "GET,    /schemas/ids/x,                  '',                             404, 40403",
        "GET,    /subjects/none/versions,         '',                             404, 40401",
        "GET,    /subjects/none/versions/zero,    '',                             422, 42202",
        "GET,    /subjects/none/versions/0,       '',                             422, 42202",
        "POST,   /subjects/none/versions,         '{\"schema\":\"{\"}',           422, 42201",
        "POST,   /subjects/none/versions,         '{\"schema\":\"\"}',            422, 42201",
        "POST,   /subjects/none/versions,         '{\"schema\":\"\",\"schemaType\":\"JSON\"}', 422, 42201",
        "POST,   /subjects/none/versions,         '{',                            400, 400",
        "POST,   /subjects/none/versions,         '[]',                           400, 400",
        "PUT,    /config/none,                    '{\"compatibility\":\"BEST\"}', 422, 42203",
        "PUT,    /mode/none,                      '{\"mode\":\"BEST\"}',          422, 42204",
        "DELETE, /subjects/none,                  '',                             404, 40401",
        "DELETE, /subjects/none/versions/1,       '',                             404, 40401",
        "DELETE, /config/none,                    '',                             404, 40401",
        "GET,    /nowhere,                        '',                             404, 404",
        "PUT,    /subjects,                       '',                             405, 405"
    })
    void answersFaultsByTheContract(String method, String path, String body, int status, int code) throws Exception {
        var response = calls.send(method, path, body);

        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(RegistryCalls.json(response).path("error_code").asInt()).isEqualTo(code);
        assertThat(RegistryCalls.json(response).path("message").asText()).isNotEmpty();
        assertThat(response.headers().firstValue("Content-Type")).contains("application/vnd.schemaregistry.v1+json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "application/vnd.schemaregistry+json; charset=utf-8"})
    void takesTheContractsMediaTypes(String type) throws Exception {
        var path = "/subjects/" + subject + "/versions";

        assertThat(calls.send("POST", path, RegistryCalls.body(WORD), "Content-Type", type)
                        .statusCode())
                .isEqualTo(200);
        assertThat(calls.send("POST", path, RegistryCalls.body(WORD), "Content-Type", "text/plain")
                        .statusCode())
                .isEqualTo(415);
    }

    @Test
    void answersNoWebPage() throws Exception {
        var response = calls.send("GET", "/subjects", "", "Origin", "https://example.org");

        assertThat(response.statusCode()).isEqualTo(403);
    }

    @Test
    void knowsEverythingAgainAfterARestart() throws Exception {
        calls.register(subject, WORD);
        calls.put("/config/" + subject, "{\"compatibility\":\"FULL\"}");
        calls.register(subject + "-gone", NUMBER);
        calls.delete("/subjects/" + subject + "-gone");
        var before = calls.get("/schemas?deleted=true");

        try (var second = EmbeddedRegistry.start(broker.bootstrapServers())) {
            var again = new RegistryCalls(second.url());

            assertThat(again.get("/schemas?deleted=true")).isEqualTo(before);
            assertThat(again.get("/subjects")).isEqualTo(calls.get("/subjects"));
            assertThat(again.get("/config/" + subject)).hasToString("{\"compatibilityLevel\":\"FULL\"}");
        }
    }

    @Test
    void namesThePortThatIsTaken() {
        var port = Integer.parseInt(registry.url().replaceFirst(".*:", ""));

        assertThatThrownBy(() -> EmbeddedRegistry.start(broker.bootstrapServers(), port))
                .isInstanceOf(EmbeddedStartException.class)
                .hasMessageContaining(Integer.toString(port));
    }

    private int code(String method, String path, String body) throws Exception {
        return RegistryCalls.json(calls.send(method, "/subjects/" + subject + path, body))
                .path("error_code")
                .asInt();
    }
}
