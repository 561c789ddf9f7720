package io.missionwatch.runtime.kafka;

import io.missionwatch.runtime.ServiceHost;
import io.missionwatch.runtime.settings.SettingException;
import io.missionwatch.topics.Topic;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sees to it that a service finds the brokers and topics it needs, before its stream application starts: waits for the
 * brokers, refuses ones that cannot do transactions as we need them, creates missing topics and checks those that exist.
 */
public final class TopicSetup {

    private static final Logger LOG = LoggerFactory.getLogger(TopicSetup.class);
    private static final String TRANSACTIONS = "transaction.version";
    private static final short NEEDED_TRANSACTIONS = 2;

    private final KafkaSettings settings;

    /** For the cluster of these settings. */
    public TopicSetup(KafkaSettings settings) {
        this.settings = settings;
    }

    /**
     * Makes the topics ready; the host reports that it waits while the brokers are not there.
     *
     * @throws SettingException when a topic has another partition count, is missing and must not be created, or the
     *     brokers are too old
     */
    public void prepare(ServiceHost host, List<Topic> topics) {
        host.retry(
                "Kafka at " + settings.bootstrapServers(),
                () -> {
                    prepare(topics);
                    return true;
                },
                TopicSetup::mayPass);
    }

    private static boolean mayPass(Exception failure) {
        return failure instanceof KafkaException && !(failure instanceof AuthenticationException);
    }

    /** Makes the topics ready, without waiting for brokers that are not there. */
    public void prepare(List<Topic> topics) {
        try (var admin = Admin.create(settings.forAdmin())) {
            checkTransactions(admin);
            var existing = existing(admin);
            var missing = topics.stream()
                    .filter(topic -> !existing.containsKey(topic.name()))
                    .toList();
            if (!missing.isEmpty()) {
                create(admin, missing);
            }
            topics.forEach(topic -> checkPartitions(topic, Optional.ofNullable(existing.get(topic.name()))));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted while preparing topics", interrupted);
        } catch (ExecutionException failure) {
            throw failure.getCause() instanceof RuntimeException known ? known : new KafkaException(failure.getCause());
        }
    }

    private void checkTransactions(Admin admin) throws InterruptedException, ExecutionException {
        var finalized = admin.describeFeatures().featureMetadata().get().finalizedFeatures();
        var level = finalized.containsKey(TRANSACTIONS)
                ? finalized.get(TRANSACTIONS).maxVersionLevel()
                : 0;
        if (level < NEEDED_TRANSACTIONS) {
            throw new SettingException(
                    ("the brokers at %s have %s=%d and must have %d, or exactly-once can lose its guarantee; upgrade"
                                    + " with kafka-features.sh upgrade --feature %s=%d")
                            .formatted(
                                    settings.bootstrapServers(),
                                    TRANSACTIONS,
                                    level,
                                    NEEDED_TRANSACTIONS,
                                    TRANSACTIONS,
                                    NEEDED_TRANSACTIONS));
        }
    }

    private static Map<String, TopicDescription> existing(Admin admin) throws InterruptedException, ExecutionException {
        var names = admin.listTopics().names().get();
        return admin.describeTopics(names).allTopicNames().get().values().stream()
                .collect(Collectors.toMap(TopicDescription::name, Function.identity()));
    }

    private void create(Admin admin, List<Topic> missing) throws InterruptedException, ExecutionException {
        if (!settings.createTopics()) {
            throw new SettingException("missing topics %s; create them, or set topics.create=true"
                    .formatted(missing.stream().map(Topic::name).toList()));
        }
        var layout = settings.layout();
        var created = new ArrayList<String>();
        var results = admin.createTopics(missing.stream()
                        .map(topic -> new NewTopic(topic.name(), layout.partitionsOf(topic), layout.replicationFactor())
                                .configs(layout.settingsOf(topic)))
                        .toList())
                .values();
        for (var result : results.entrySet()) {
            try {
                result.getValue().get();
                created.add(result.getKey());
            } catch (ExecutionException failure) {
                if (!(failure.getCause() instanceof TopicExistsException)) {
                    throw failure;
                }
            }
        }
        LOG.info("Topics created topics={}", created);
    }

    private void checkPartitions(Topic topic, Optional<TopicDescription> description) {
        var expected = settings.layout().partitionsOf(topic);
        description
                .map(found -> found.partitions().size())
                .filter(found -> found != expected)
                .ifPresent(found -> {
                    throw new SettingException(
                            "topic %s has %d partitions and must have %d; set topics.partitions to what the cluster has"
                                    .formatted(topic.name(), found, expected));
                });
    }
}
