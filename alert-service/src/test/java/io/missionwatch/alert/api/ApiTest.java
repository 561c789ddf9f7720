package io.missionwatch.alert.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.missionwatch.alert.access.Role;
import io.missionwatch.alert.desk.Actor;
import io.missionwatch.alert.desk.ControlDesk;
import io.missionwatch.alert.desk.ControlTail;
import io.missionwatch.alert.desk.TokenDesk;
import io.missionwatch.alert.patterns.BuiltInPatterns;
import io.missionwatch.alert.patterns.PatternCompiler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What can be asked of the API, over HTTP and a real broker; every answer is held to the OpenAPI document. */
class ApiTest {

    private static final String KABUL = "0b7a8e5c-5d0c-5b57-9f0a-6d1f5a3c2e11";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> ASKED = new HashSet<>();

    @TempDir
    static Path directory;

    private static ApiHouse house;
    private static AlertApi open;
    private static AlertApi closed;
    private static TokenDesk tokens;
    private static ControlTail tail;
    private static Console console;

    @BeforeAll
    static void start() {
        house = new ApiHouse(directory.resolve("broker"));
        house.raise(SampleAlerts.alert(KABUL, "A bomb, outside the embassy"));
        open = house.open(Map.of());
        closed = house.open(Map.of("api.tokens", "true", "api.requests-per-minute", "40"));
        tail = ControlTail.start(house.kafka(), house.serdes());
        tokens = new TokenDesk(
                new ControlDesk(house.kafka(), house.serdes(), tail, InstantSource.system()), InstantSource.system());
        console = new Console(open.port(), "");
    }

    @AfterAll
    static void stopAndSeeThatEveryRouteWasAsked() {
        ASKED.addAll(console.asked());
        tail.close();
        house.close();
        var routes = open.routes().stream()
                .filter(route -> !route.path().endsWith("/stream"))
                .map(route -> route.method() + " " + route.path())
                .collect(Collectors.toSet());
        assertThat(ASKED).isEqualTo(routes);
    }

    @Test
    void describesExactlyTheRoutesThatThereAre() {
        var described = new HashSet<String>();
        OpenApi.description()
                .path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .fieldNames()
                        .forEachRemaining(method ->
                                described.add(method.toUpperCase(java.util.Locale.ROOT) + " " + path.getKey())));

        assertThat(described)
                .isEqualTo(open.routes().stream()
                        .map(route -> route.method() + " " + route.path())
                        .collect(Collectors.toSet()));
    }

    @Test
    void theReadmeListsEveryRoute() throws IOException {
        var table = open.routes().stream()
                .map(route -> "| `%s %s` | %s | %s |"
                        .formatted(
                                route.method(),
                                route.path(),
                                route.scope()
                                        .map(scope -> "`" + scope.word() + "`")
                                        .orElse(""),
                                route.sentence()))
                .collect(Collectors.joining("\n", "| route | scope | what it does |\n|---|---|---|\n", "\n"));

        assertThat(Files.readString(Path.of("README.md"))).contains("<!-- routes -->\n" + table + "<!-- /routes -->");
    }

    @Test
    void showsAlertsAsListMapAndTable() {
        assertThat(console.get("/alerts?q=bomb").json().path("alerts")).hasSize(1);
        assertThat(console.get("/alerts/" + KABUL).json().path("history")).hasSize(1);
        assertThat(console.get("/alerts.geojson?hostState=AF").json().at("/features/0/geometry/coordinates/0"))
                .hasToString("69.17");
        assertThat(console.get("/alerts.csv").text().lines()).hasSize(2);
        assertThat(console.get("/alerts?limit=0").status()).isEqualTo(400);
        assertThat(console.get("/alerts/none").status()).isEqualTo(404);
        assertThat(console.get("/me").json().path("signIn").asBoolean()).isFalse();
        assertThat(console.get("/openapi.json").json().path("openapi").asText()).isEqualTo("3.1.0");
    }

    @Test
    void takesAnActionAndAuditsIt() {
        var refused = console.post("/alerts/" + KABUL + "/actions", "{\"kind\": \"FALSE_POSITIVE\"}");
        var taken = console.post(
                "/alerts/" + KABUL + "/actions", "{\"kind\": \"comment\", \"by\": \"ada\", \"reason\": \"seen\"}");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(taken.status()).isEqualTo(202);
        var entry = console.audited("alert.comment");
        assertThat(entry.path("by").asText()).isEqualTo("ada");
        assertThat(entry.path("origin").asText()).isEqualTo("127.0.0.1");
        assertThat(console.post("/alerts/" + KABUL + "/actions", "kind=COMMENT", "Content-Type", "text/plain")
                        .status())
                .isEqualTo(415);
    }

    @Test
    void keepsPatternsByVersion() {
        var text = BuiltInPatterns.all().get(0);
        var id = PatternCompiler.compile(text).patterns().get(0).card().patternId();
        var path = "/patterns/" + id;
        assertThat(console.get(path).etag()).isEmpty();

        var made = console.put(path, yaml(text.yaml()));
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.json().path("version").asInt()).isEqualTo(1);
        assertThat(console.put(path, yaml(text.yaml())).status()).isEqualTo(428);
        assertThat(console.put(path, yaml(text.yaml()), "If-Match", "\"999\"").status())
                .isEqualTo(412);
        assertThat(console.put(path, yaml(text.yaml()), "If-None-Match", "*").status())
                .isEqualTo(412);

        var switched = console.patch(path, "{\"enabled\": false, \"mode\": \"LIVE\"}", "If-Match", made.etag());
        assertThat(switched.json().path("enabled").asBoolean()).isFalse();
        assertThat(switched.json().path("mode").asText()).isEqualTo("LIVE");
        assertThat(switched.json().path("version").asInt()).isEqualTo(2);

        assertThat(console.delete(path, "If-Match", switched.etag()).status()).isEqualTo(204);
        assertThat(console.get(path).json().path("version").asInt()).isZero();
        assertThat(console.delete(path).status()).isEqualTo(404);
        assertThat(console.audited("pattern.removed").path("before").asText()).contains(id);
        assertThat(console.get("/patterns").json().path("patterns").size()).isGreaterThanOrEqualTo(25);
    }

    @Test
    void namesTheLineOfAPatternThatIsWrong() {
        var wrong = BuiltInPatterns.all().get(0).yaml().replaceFirst("condition: .*", "condition: nothing and");

        var refused = console.put("/patterns/some-id", yaml(wrong));
        var checked = console.post("/patterns/check", yaml(wrong));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().at("/faults/0/line").asInt()).isGreaterThan(1);
        assertThat(checked.json().path("valid").asBoolean()).isFalse();
        assertThat(checked.json().path("faults")).isEqualTo(refused.json().path("faults"));
        assertThat(console.post("/patterns/check", "x".repeat(1_100_000)).status())
                .isEqualTo(413);
    }

    @Test
    void keepsSuppressionsWithAnEnd() {
        var until = Instant.now().plus(Duration.ofDays(2));
        var body = "{\"kind\": \"MAINTENANCE\", \"matchers\": {\"hostState\": \"AF\"}, \"reason\": \"works\","
                + " \"expiresAt\": \"%s\"}";
        var made = console.post("/suppressions", body.formatted(until));
        var path = "/suppressions/" + made.json().path("suppressionId").asText();

        assertThat(made.status()).isEqualTo(201);
        assertThat(made.json().path("inEffect").asBoolean()).isTrue();
        assertThat(console.post("/suppressions", "{\"reason\": \"all\", \"matchers\": {\"colour\": \"red\"}}")
                        .json()
                        .path("faults")
                        .findValuesAsText("at"))
                .contains("expiresAt", "matchers.colour");
        for (var slip : List.of("hostState", "belowSeverity", "patternId")) {
            var refused = console.post(
                    "/suppressions", body.formatted(until).replace("hostState\": \"AF", slip + "\": \"nil"));
            assertThat(refused.json().path("faults").findValuesAsText("at")).containsExactly("matchers." + slip);
        }
        var changed = console.put(path, body.formatted(until.plusSeconds(60)), "If-Match", made.etag());
        assertThat(changed.status()).isEqualTo(200);
        assertThat(console.get(path).etag()).isEqualTo(changed.etag());
        assertThat(console.delete(path, "If-Match", changed.etag()).status()).isEqualTo(204);
        assertThat(console.get("/suppressions").json().path("suppressions")).isEmpty();
    }

    @Test
    void keepsWatchLists() {
        var body = "{\"name\": \"Ours\", \"hostStates\": [\"af\"], \"sites\": [{\"name\": \"Embassy\","
                + " \"latitude\": 34.5, \"longitude\": 69.2, \"radiusKm\": 2}]}";
        var made = console.put("/watch-lists/ours", body);

        assertThat(made.status()).isEqualTo(201);
        assertThat(console.get("/watch-lists/ours").json().at("/hostStates/0").asText())
                .isEqualTo("AF");
        assertThat(console.put("/watch-lists/ours", body.replace("34.5", "134.5"), "If-Match", made.etag())
                        .json()
                        .at("/faults/0/at")
                        .asText())
                .isEqualTo("sites[0].latitude");
        assertThat(console.get("/watch-lists").json().path("watchLists")).hasSize(1);
        assertThat(console.delete("/watch-lists/ours", "If-Match", made.etag()).status())
                .isEqualTo(204);
    }

    @Test
    void letsATokenDoWhatItsRoleMayUntilItIsRevoked() {
        var nobody = new Console(closed.port(), "");
        var watcher = new Console(closed.port(), token("watcher", Role.VIEWER));
        var chief = new Console(closed.port(), token("chief", Role.ADMIN));

        assertThat(nobody.get("/alerts").status()).isEqualTo(401);
        assertThat(nobody.get("/me").json().path("signIn").asBoolean()).isTrue();
        await().untilAsserted(() -> assertThat(watcher.get("/alerts").status()).isEqualTo(200));
        assertThat(watcher.get("/me").json().path("name").asText()).isEqualTo("watcher");
        assertThat(watcher.post("/alerts/" + KABUL + "/actions", "{\"kind\": \"COMMENT\"}")
                        .status())
                .isEqualTo(403);
        assertThat(watcher.get("/tokens").status()).isEqualTo(403);

        var made = chief.post("/tokens", "{\"name\": \"siem\", \"role\": \"viewer\", \"scopes\": [\"alerts:read\"]}");
        var siem = new Console(closed.port(), made.json().path("token").asText());
        assertThat(siem.get("/alerts").status()).isEqualTo(200);
        assertThat(siem.get("/patterns").status()).isEqualTo(403);
        assertThat(chief.get("/tokens").text()).doesNotContain("secretHash");
        assertThat(chief.delete("/tokens/" + made.json().path("tokenId").asText())
                        .status())
                .isEqualTo(204);
        assertThat(siem.get("/alerts").status()).isEqualTo(401);
        assertThat(chief.post("/alerts/" + KABUL + "/actions", "{\"kind\": \"COMMENT\", \"by\": \"somebody else\"}")
                        .json()
                        .path("by")
                        .asText())
                .isEqualTo("chief");
        ASKED.addAll(chief.asked());
    }

    @Test
    void makesWhoAsksTooOftenWait() {
        var hasty = new Console(closed.port(), token("hasty", Role.VIEWER));
        await().untilAsserted(() -> assertThat(hasty.get("/alerts").status()).isEqualTo(200));

        for (int request = 0; request < 60; request++) {
            hasty.get("/alerts");
        }

        assertThat(hasty.get("/alerts").status()).isEqualTo(429);
        assertThat(new Console(open.port(), "").get("/alerts").status()).isEqualTo(200);
    }

    @Test
    void whoTriesWrongTokensHoldsUpNobodyBehindTheSameAddress() {
        var guarded = house.open(Map.of("api.tokens", "true"));
        var good = new Console(guarded.port(), token("good", Role.VIEWER));
        await().untilAsserted(() -> assertThat(good.get("/alerts").status()).isEqualTo(200));

        var wrong = new Console(guarded.port(), "mw_wrong");
        var answers = IntStream.range(0, 30)
                .mapToObj(any -> wrong.get("/alerts").status())
                .toList();

        assertThat(answers).startsWith(401).endsWith(429);
        assertThat(good.get("/alerts").status()).isEqualTo(200);
    }

    @Test
    void answersPagesOfOtherOriginsNothing() {
        var write = console.post("/patterns/check", "{\"yaml\": \"title: x\"}", "Origin", "https://evil.example");

        assertThat(write.status()).isEqualTo(403);
    }

    /** The text of a new token, of somebody with a role. */
    private static String token(String name, Role role) {
        var made = tokens.make(name, role, List.of(), Optional.empty(), new Actor("test", ""));
        return made.text().whole();
    }

    private static String yaml(String text) {
        return JSON.createObjectNode().put("yaml", text).toString();
    }
}
