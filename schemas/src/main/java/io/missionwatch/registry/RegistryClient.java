package io.missionwatch.registry;

import java.util.List;
import java.util.Optional;
import org.apache.avro.Schema;

/** A schema registry: gives ids to schemas and schemas to ids. Every method may throw a {@link RegistryException}. */
public interface RegistryClient extends AutoCloseable {
    /**
     * Registers a schema as the newest version of a subject; the same schema again gives the same id.
     *
     * @throws IncompatibleSchemaException if the subject's compatibility level forbids it
     */
    int register(String subject, Schema schema);

    /**
     * Finds a schema under a subject without registering it.
     *
     * @throws SchemaNotFoundException if the subject has no such version
     */
    RegisteredSchema lookUp(String subject, Schema schema);

    /**
     * The schema that a record was written with.
     *
     * @throws SchemaNotFoundException if the registry says that it knows no such id
     */
    Schema byId(int id);

    /** The newest version of a subject; asked anew each time. */
    RegisteredSchema latest(String subject);

    /** A given version of a subject, from 1. */
    RegisteredSchema version(String subject, int version);

    /** The versions of a subject, in rising order. */
    List<Integer> versions(String subject);

    /** All subjects. */
    List<String> subjects();

    /** What stands in the way of registering a schema, one sentence a fault; empty if nothing does. */
    List<String> incompatibilities(String subject, Schema schema);

    /** The level set for a subject itself; empty if the global one holds for it, though some registries repeat that. */
    Optional<CompatibilityLevel> compatibility(String subject);

    /** Sets the level of a subject. */
    void setCompatibility(String subject, CompatibilityLevel level);

    /** The level of subjects that have none of their own. */
    CompatibilityLevel globalCompatibility();

    /** Sets the level of subjects that have none of their own. */
    void setGlobalCompatibility(CompatibilityLevel level);

    /** Ends waits that are under way: they throw {@link RegistryUnavailableException}. */
    @Override
    void close();
}
