package io.missionwatch.embedded;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.avro.AvroSchema;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.client.rest.RestService;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;

/** Confluent's own client, in the edition that Flink carries. */
final class ConfluentClient implements ContractClient {
    private final RestService rest;
    private final CachedSchemaRegistryClient client;

    ConfluentClient(String url) {
        rest = new RestService(url);
        client = new CachedSchemaRegistryClient(rest, 100, Map.of());
    }

    CachedSchemaRegistryClient confluents() {
        return client;
    }

    @Override
    public int register(String subject, String schema) throws Exception {
        return client.register(subject, new AvroSchema(schema));
    }

    @Override
    public int idOf(String subject, String schema) throws Exception {
        return client.getId(subject, new AvroSchema(schema));
    }

    @Override
    public int versionOf(String subject, String schema) throws Exception {
        return client.getVersion(subject, new AvroSchema(schema));
    }

    @Override
    public String byId(int id) throws Exception {
        return client.getSchemaById(id).canonicalString();
    }

    @Override
    public String latest(String subject) throws Exception {
        return client.getLatestSchemaMetadata(subject).getSchema();
    }

    @Override
    public String version(String subject, int version) throws Exception {
        return client.getSchemaMetadata(subject, version).getSchema();
    }

    @Override
    public List<Integer> versions(String subject) throws Exception {
        return client.getAllVersions(subject);
    }

    @Override
    public List<String> subjects() throws Exception {
        return List.copyOf(client.getAllSubjects());
    }

    @Override
    public boolean isCompatible(String subject, String schema) throws Exception {
        return client.testCompatibility(subject, new AvroSchema(schema));
    }

    @Override
    public void setLevel(String subject, String level) throws Exception {
        rest.updateCompatibility(level, subject);
    }

    @Override
    public String level(String subject) throws Exception {
        return client.getConfig(subject).getCompatibilityLevel();
    }

    @Override
    public String globalLevel() throws Exception {
        return rest.getConfig(null).getCompatibilityLevel();
    }

    @Override
    public Failure failureOf(Exception e) {
        return switch (e instanceof RestClientException answer ? answer.getErrorCode() : 0) {
            case 40401, 40402, 40403 -> Failure.NOT_FOUND;
            case 409 -> Failure.INCOMPATIBLE;
            case 42201, 42202, 42203 -> Failure.INVALID;
            default -> Failure.OTHER;
        };
    }

    @Override
    public void close() throws IOException {
        client.close();
    }
}
