package io.missionwatch.embedded.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.POJONode;
import com.fasterxml.jackson.databind.util.RawValue;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** Subjects, their versions, and the schemas behind ids. */
final class SubjectRoutes {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Ledger ledger;
    private final Registrar registrar;
    private final Remover remover;

    SubjectRoutes(Ledger ledger, Registrar registrar) {
        this.ledger = ledger;
        this.registrar = registrar;
        this.remover = new Remover(ledger);
    }

    void addTo(Routes routes) {
        addSubjects(routes);
        addSchemas(routes);
    }

    private void addSubjects(Routes routes) {
        var version = "/subjects/{}/versions/{}";
        routes.on("GET", "/subjects", this::subjects)
                .on("POST", "/subjects/{}", this::lookUp)
                .on("DELETE", "/subjects/{}", this::deleteSubject)
                .on("GET", "/subjects/{}/versions", this::versions)
                .on("POST", "/subjects/{}/versions", this::register)
                .on("GET", version, request -> version(request).toJson())
                .on("DELETE", version, this::deleteVersion)
                .on("GET", version + "/schema", request -> rawSchema(version(request)))
                .on("GET", version + "/referencedby", this::referencedBy);
    }

    private void addSchemas(Routes routes) {
        routes.on("GET", "/schemas", this::schemas)
                .on("GET", "/schemas/types", request -> JSON.arrayNode().add("AVRO"))
                .on("GET", "/schemas/ids/{}", request -> byId(request).content().toJson())
                .on("GET", "/schemas/ids/{}/schema", request -> rawSchema(byId(request)))
                .on("GET", "/schemas/ids/{}/subjects", this::subjectsOfId)
                .on("GET", "/schemas/ids/{}/versions", this::versionsOfId);
    }

    private JsonNode subjects(Request request) {
        return array(matchingSubjects(request).map(JSON::textNode));
    }

    private Stream<String> matchingSubjects(Request request) {
        var prefix = request.parameter("subjectPrefix").orElse("");
        return ledger.subjects().names().stream()
                .filter(subject -> subject.startsWith(prefix))
                .filter(subject -> !versionsOf(subject, request).isEmpty());
    }

    private List<StoredSchema> versionsOf(String subject, Request request) {
        var all = ledger.subjects().versions(subject);
        if (request.flag("deletedOnly")) {
            return all.stream().filter(StoredSchema::deleted).toList();
        }
        return request.flag("deleted") ? all : ledger.subjects().live(subject);
    }

    private List<StoredSchema> existingVersionsOf(Request request) {
        var versions = versionsOf(request.subject(), request);
        if (versions.isEmpty()) {
            throw RegistryError.subjectNotFound(request.subject());
        }
        return versions;
    }

    private JsonNode lookUp(Request request) {
        return registrar
                .lookUp(request.subject(), request.schema(), request.flag("deleted"))
                .toJson();
    }

    private JsonNode register(Request request) {
        return JSON.objectNode().put("id", registrar.register(request.subject(), request.schema()));
    }

    private JsonNode deleteSubject(Request request) {
        return numbers(remover.deleteSubject(request.subject(), request.flag("permanent")));
    }

    private JsonNode versions(Request request) {
        return numbers(
                existingVersionsOf(request).stream().map(StoredSchema::version).toList());
    }

    private StoredSchema version(Request request) {
        var version = request.version();
        return version.among(existingVersionsOf(request))
                .orElseThrow(
                        () -> RegistryError.versionNotFound(version.number().orElse(-1)));
    }

    private JsonNode deleteVersion(Request request) {
        return IntNode.valueOf(remover.deleteVersion(request.subject(), request.version(), request.flag("permanent")));
    }

    private JsonNode referencedBy(Request request) {
        var schema = version(request);
        return numbers(ledger.subjects().referringTo(schema.subject(), schema.version()).stream()
                .map(StoredSchema::id)
                .distinct()
                .toList());
    }

    private JsonNode schemas(Request request) {
        return array(matchingSubjects(request)
                .map(subject -> versionsOf(subject, request))
                .flatMap(versions -> (request.flag("latestOnly")
                                ? versions.subList(versions.size() - 1, versions.size())
                                : versions)
                        .stream())
                .map(StoredSchema::toJson));
    }

    private StoredSchema byId(Request request) {
        return ledger.subjects().byId(request.id()).orElseThrow(() -> RegistryError.schemaNotFound(request.id()));
    }

    private List<StoredSchema> usesOfId(Request request) {
        var id = byId(request).id();
        return ledger.subjects().withId(id).stream()
                .filter(schema -> request.flag("deleted") || !schema.deleted())
                .toList();
    }

    private JsonNode subjectsOfId(Request request) {
        return array(
                usesOfId(request).stream().map(StoredSchema::subject).distinct().map(JSON::textNode));
    }

    private JsonNode versionsOfId(Request request) {
        return array(usesOfId(request).stream()
                .map(schema ->
                        JSON.objectNode().put("subject", schema.subject()).put("version", schema.version())));
    }

    private static JsonNode rawSchema(StoredSchema schema) {
        return new POJONode(new RawValue(schema.content().text()));
    }

    private static JsonNode numbers(Collection<Integer> numbers) {
        return array(numbers.stream().map(IntNode::valueOf));
    }

    private static JsonNode array(Stream<? extends JsonNode> elements) {
        return JSON.arrayNode().addAll(elements.map(JsonNode.class::cast).toList());
    }
}
