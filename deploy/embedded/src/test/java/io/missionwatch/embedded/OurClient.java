package io.missionwatch.embedded;

import io.missionwatch.registry.CompatibilityLevel;
import io.missionwatch.registry.IncompatibleSchemaException;
import io.missionwatch.registry.InvalidSchemaException;
import io.missionwatch.registry.RegistrySettings;
import io.missionwatch.registry.RestRegistryClient;
import io.missionwatch.registry.SchemaNotFoundException;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;

/** Missionwatch's own client. */
final class OurClient implements ContractClient {
    private final RestRegistryClient client;

    OurClient(String url) {
        client = new RestRegistryClient(RegistrySettings.from(Map.of(RegistrySettings.URL, url)));
    }

    @Override
    public int register(String subject, String schema) {
        return client.register(subject, parse(schema));
    }

    @Override
    public int idOf(String subject, String schema) {
        return client.lookUp(subject, parse(schema)).id();
    }

    @Override
    public int versionOf(String subject, String schema) {
        return client.lookUp(subject, parse(schema)).version();
    }

    @Override
    public String byId(int id) {
        return client.byId(id).toString();
    }

    @Override
    public String latest(String subject) {
        return client.latest(subject).schema().toString();
    }

    @Override
    public String version(String subject, int version) {
        return client.version(subject, version).schema().toString();
    }

    @Override
    public List<Integer> versions(String subject) {
        return client.versions(subject);
    }

    @Override
    public List<String> subjects() {
        return client.subjects();
    }

    @Override
    public boolean isCompatible(String subject, String schema) {
        return client.incompatibilities(subject, parse(schema)).isEmpty();
    }

    @Override
    public void setLevel(String subject, String level) {
        client.setCompatibility(subject, CompatibilityLevel.valueOf(level));
    }

    @Override
    public String level(String subject) {
        return client.compatibility(subject).orElseThrow().name();
    }

    @Override
    public String globalLevel() {
        return client.globalCompatibility().name();
    }

    @Override
    public Failure failureOf(Exception e) {
        if (e instanceof SchemaNotFoundException) {
            return Failure.NOT_FOUND;
        }
        if (e instanceof IncompatibleSchemaException) {
            return Failure.INCOMPATIBLE;
        }
        return e instanceof InvalidSchemaException ? Failure.INVALID : Failure.OTHER;
    }

    @Override
    public void close() {
        client.close();
    }

    private static Schema parse(String schema) {
        return new Schema.Parser().parse(schema);
    }
}
