package io.missionwatch.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.avro.NameValidator;
import org.apache.avro.Schema;

/**
 * Speaks Confluent's REST contract with a registry. Remembers for good what never changes there: the id of a schema
 * under a subject and the schema of an id. Safe for use by several threads.
 */
public final class RestRegistryClient implements RegistryClient {
    private static final int NO_LEVEL_OF_ITS_OWN = 40408;

    private final RegistrySettings settings;
    private final Waiting waiting = Waiting.real();
    private final RegistryHttp http;
    private final Map<Integer, Schema> schemas = new ConcurrentHashMap<>();
    private final Map<SubjectSchema, Integer> ids = new ConcurrentHashMap<>();
    private final Map<SubjectSchema, RegisteredSchema> versions = new ConcurrentHashMap<>();

    public RestRegistryClient(RegistrySettings settings) {
        this.settings = settings;
        this.http = new RegistryHttp(settings, waiting);
    }

    @Override
    public int register(String subject, Schema schema) {
        var key = new SubjectSchema(subject, schema);
        var known = ids.get(key);
        if (known != null) {
            return known;
        }
        var path = subjectPath(subject) + "/versions" + query();
        var id = http.send("POST", path, schemaBody(schema)).json().path("id").asInt();
        ids.put(key, id);
        schemas.putIfAbsent(id, schema);
        return id;
    }

    @Override
    public RegisteredSchema lookUp(String subject, Schema schema) {
        var key = new SubjectSchema(subject, schema);
        var known = versions.get(key);
        if (known != null) {
            return known;
        }
        var found = http.send("POST", subjectPath(subject) + query(), schemaBody(schema))
                .json();
        var registered = new RegisteredSchema(
                subject, found.path("version").asInt(), found.path("id").asInt(), schema);
        versions.put(key, registered);
        return registered;
    }

    @Override
    public Schema byId(int id) {
        var known = schemas.get(id);
        if (known != null) {
            return known;
        }
        var schema = schema(get("/schemas/ids/" + id));
        schemas.put(id, schema);
        return schema;
    }

    @Override
    public RegisteredSchema latest(String subject) {
        return registered(get(subjectPath(subject) + "/versions/latest"));
    }

    @Override
    public RegisteredSchema version(String subject, int version) {
        return registered(get(subjectPath(subject) + "/versions/" + version));
    }

    @Override
    public List<Integer> versions(String subject) {
        return elements(get(subjectPath(subject) + "/versions"))
                .map(JsonNode::asInt)
                .toList();
    }

    @Override
    public List<String> subjects() {
        return elements(get("/subjects")).map(JsonNode::asText).toList();
    }

    @Override
    public List<String> incompatibilities(String subject, Schema schema) {
        var path = "/compatibility" + subjectPath(subject) + "/versions?verbose=true";
        var answer = http.send("POST", path, schemaBody(schema)).json();
        if (answer.path("is_compatible").asBoolean()) {
            return List.of();
        }
        var messages = elements(answer.path("messages")).map(JsonNode::asText).toList();
        return messages.isEmpty() ? List.of("incompatible with an earlier version of " + subject) : messages;
    }

    @Override
    public Optional<CompatibilityLevel> compatibility(String subject) {
        var answer = http.send("GET", "/config/" + encoded(subject), "");
        return answer.hasErrorCode(NO_LEVEL_OF_ITS_OWN) ? Optional.empty() : level(answer.json());
    }

    @Override
    public void setCompatibility(String subject, CompatibilityLevel level) {
        http.send("PUT", "/config/" + encoded(subject), levelBody(level)).json();
    }

    @Override
    public CompatibilityLevel globalCompatibility() {
        return level(get("/config"))
                .orElseThrow(() -> new RegistryRefusedException("the registry names no global compatibility level"));
    }

    @Override
    public void setGlobalCompatibility(CompatibilityLevel level) {
        http.send("PUT", "/config", levelBody(level)).json();
    }

    @Override
    public void close() {
        waiting.end();
    }

    private JsonNode get(String path) {
        return http.send("GET", path, "").json();
    }

    private RegisteredSchema registered(JsonNode answer) {
        return new RegisteredSchema(
                answer.path("subject").asText(),
                answer.path("version").asInt(),
                answer.path("id").asInt(),
                schema(answer));
    }

    private Schema schema(JsonNode answer) {
        var type = answer.path("schemaType").asText("AVRO");
        if (!type.equals("AVRO")) {
            throw new InvalidSchemaException("the registry's schema is " + type + ", not AVRO");
        }
        return parse(new Schema.Parser(NameValidator.NO_VALIDATION), answer);
    }

    // A schema may name types that other subjects define: they are read first, by the same parser.
    private Schema parse(Schema.Parser parser, JsonNode answer) {
        for (var reference : answer.path("references")) {
            if (!parser.getTypes().containsKey(reference.path("name").asText())) {
                var path = subjectPath(reference.path("subject").asText()) + "/versions/"
                        + reference.path("version").asInt();
                parse(parser, get(path));
            }
        }
        return WireSchema.parse(parser, answer.path("schema").asText());
    }

    private static Optional<CompatibilityLevel> level(JsonNode answer) {
        var name = answer.path("compatibilityLevel")
                .asText(answer.path("compatibility").asText());
        try {
            return name.isEmpty() ? Optional.empty() : Optional.of(CompatibilityLevel.valueOf(name));
        } catch (IllegalArgumentException e) {
            throw new RegistryRefusedException("the registry names an unknown compatibility level: " + name, e);
        }
    }

    private static String levelBody(CompatibilityLevel level) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("compatibility", level.name())
                .toString();
    }

    private static String schemaBody(Schema schema) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("schema", schema.toString())
                .toString();
    }

    private String query() {
        return settings.normalize() ? "?normalize=true" : "";
    }

    private static String subjectPath(String subject) {
        return "/subjects/" + encoded(subject);
    }

    private static String encoded(String segment) {
        return URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
