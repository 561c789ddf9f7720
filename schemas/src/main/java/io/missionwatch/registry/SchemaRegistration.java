package io.missionwatch.registry;

import io.missionwatch.topics.Topic;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts the contracts of all topics into the registry when a service starts. */
public final class SchemaRegistration {
    private static final Logger LOG = LoggerFactory.getLogger(SchemaRegistration.class);

    private SchemaRegistration() {}

    /**
     * Registers each schema under its subject, with FULL_TRANSITIVE set on the subject itself, whatever the registry's
     * global level is. Safe to repeat, and for several services at once.
     *
     * @throws IncompatibleSchemaException naming the subject whose schema breaks with an earlier version
     */
    public static List<RegisteredSchema> registerAll(RegistryClient client, Collection<SubjectSchema> subjects) {
        return subjects.stream().map(subject -> register(client, subject)).toList();
    }

    /** As {@link #registerAll}, for the values of those topics that have a schema. */
    public static List<RegisteredSchema> registerTopics(RegistryClient client, Collection<Topic> topics) {
        return registerAll(
                client,
                topics.stream()
                        .flatMap(topic ->
                                topic.value().stream().map(schema -> new SubjectSchema(topic.valueSubject(), schema)))
                        .toList());
    }

    private static RegisteredSchema register(RegistryClient client, SubjectSchema wanted) {
        var schema = WireSchema.withoutJavaHints(wanted.schema());
        var guarded = guardIfKnown(client, wanted.subject());
        client.register(wanted.subject(), schema);
        if (!guarded) {
            client.setCompatibility(wanted.subject(), CompatibilityLevel.FULL_TRANSITIVE);
        }
        var registered = client.lookUp(wanted.subject(), schema);
        LOG.info(
                "Schema registered subject={} version={} id={}",
                registered.subject(),
                registered.version(),
                registered.id());
        return registered;
    }

    // Some registries take a level only for a subject that exists: a new one gets it after its first version.
    private static boolean guardIfKnown(RegistryClient client, String subject) {
        try {
            if (!client.compatibility(subject).equals(Optional.of(CompatibilityLevel.FULL_TRANSITIVE))) {
                client.setCompatibility(subject, CompatibilityLevel.FULL_TRANSITIVE);
            }
            return true;
        } catch (SchemaNotFoundException e) {
            return false;
        }
    }
}
