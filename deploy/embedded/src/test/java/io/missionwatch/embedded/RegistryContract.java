package io.missionwatch.embedded;

import static io.missionwatch.embedded.ContractClient.Failure.INCOMPATIBLE;
import static io.missionwatch.embedded.ContractClient.Failure.NOT_FOUND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchException;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.missionwatch.registry.CompatibilityLevel;
import io.missionwatch.registry.RegistrySettings;
import io.missionwatch.registry.RestRegistryClient;
import io.missionwatch.registry.SchemaRegistration;
import io.missionwatch.registry.WireSchema;
import io.missionwatch.topics.TopicCatalogue;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every registry must do for every client. Each test works under a subject of its own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class RegistryContract {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String FIRST = note("{\"name\":\"id\",\"type\":\"string\"}");
    private static final String SECOND =
            note("{\"name\":\"id\",\"type\":\"string\"},{\"name\":\"text\",\"type\":\"string\",\"default\":\"\"}");
    private static final String BREAKING = note("{\"name\":\"id\",\"type\":\"long\"}");

    private static final List<String> LEVELS =
            Arrays.stream(CompatibilityLevel.values()).map(Enum::name).toList();

    private ContractClient client;

    /** The clients that a registry is held to. */
    enum Maker {
        OURS,
        CONFLUENT;

        ContractClient client(String url) {
            return switch (this) {
                case OURS -> new OurClient(url);
                case CONFLUENT -> new ConfluentClient(url);
            };
        }
    }

    abstract String url();

    private String subjectFor(Maker maker) {
        client = maker.client(url());
        return "contract-" + UUID.randomUUID() + "-value";
    }

    @AfterEach
    void closeClient() throws Exception {
        if (client != null) {
            client.close();
        }
    }

    @ParameterizedTest
    @EnumSource
    void givesASchemaAnIdAndTheIdItsSchema(Maker maker) throws Exception {
        var subject = subjectFor(maker);

        var id = client.register(subject, FIRST);

        assertThat(id).isPositive();
        assertThat(JSON.readTree(client.byId(id))).isEqualTo(JSON.readTree(FIRST));
        assertThat(JSON.readTree(maker.client(url()).byId(id))).isEqualTo(JSON.readTree(FIRST));
        assertThat(client.subjects()).contains(subject);
    }

    @ParameterizedTest
    @EnumSource
    void givesTheSameSchemaTheSameIdUnderAnySubject(Maker maker) throws Exception {
        var subject = subjectFor(maker);

        var id = client.register(subject, FIRST);

        assertThat(maker.client(url()).register(subject, FIRST)).isEqualTo(id);
        assertThat(client.register(subject + "-other", FIRST)).isEqualTo(id);
        assertThat(client.versions(subject)).containsExactly(1);
    }

    @ParameterizedTest
    @EnumSource
    void keepsTheVersionsOfASubject(Maker maker) throws Exception {
        var subject = subjectFor(maker);

        client.register(subject, FIRST);
        client.register(subject, SECOND);

        assertThat(client.versions(subject)).containsExactly(1, 2);
        assertThat(client.versionOf(subject, SECOND)).isEqualTo(2);
        assertThat(client.idOf(subject, FIRST)).isNotEqualTo(client.idOf(subject, SECOND));
        assertThat(JSON.readTree(client.version(subject, 1))).isEqualTo(JSON.readTree(FIRST));
        assertThat(JSON.readTree(client.latest(subject))).isEqualTo(JSON.readTree(SECOND));
    }

    @ParameterizedTest
    @EnumSource
    void refusesWhatBreaksReadersOrWriters(Maker maker) throws Exception {
        var subject = subjectFor(maker);
        client.register(subject, FIRST);
        client.setLevel(subject, "FULL_TRANSITIVE");

        assertThat(client.level(subject)).isEqualTo("FULL_TRANSITIVE");
        assertThat(client.isCompatible(subject, SECOND)).isTrue();
        assertThat(client.isCompatible(subject, BREAKING)).isFalse();
        assertThat(failure(() -> client.register(subject, BREAKING))).isEqualTo(INCOMPATIBLE);
        assertThat(client.register(subject, SECOND)).isPositive();
    }

    @ParameterizedTest
    @EnumSource
    void takesAnythingAtLevelNone(Maker maker) throws Exception {
        var subject = subjectFor(maker);
        client.register(subject, FIRST);

        client.setLevel(subject, "NONE");

        assertThat(client.register(subject, BREAKING)).isPositive();
    }

    @ParameterizedTest
    @EnumSource
    void saysWhatItDoesNotHave(Maker maker) throws Exception {
        var subject = subjectFor(maker);
        client.register(subject, FIRST);

        assertThat(failure(() -> client.byId(987_654))).isEqualTo(NOT_FOUND);
        assertThat(failure(() -> client.version(subject, 7))).isEqualTo(NOT_FOUND);
        assertThat(failure(() -> client.versions(subject + "-missing"))).isEqualTo(NOT_FOUND);
        assertThat(failure(() -> client.latest(subject + "-missing"))).isEqualTo(NOT_FOUND);
        assertThat(failure(() -> client.idOf(subject, SECOND))).isEqualTo(NOT_FOUND);
        assertThat(failure(() -> client.idOf(subject + "-missing", FIRST))).isEqualTo(NOT_FOUND);
    }

    @ParameterizedTest
    @EnumSource
    void namesAGlobalLevel(Maker maker) throws Exception {
        subjectFor(maker);

        assertThat(client.globalLevel()).isIn(LEVELS);
    }

    @Test
    void givesASubjectTheGlobalLevelUntilItHasItsOwn() throws Exception {
        var subject = subjectFor(Maker.OURS);
        client.register(subject, FIRST);

        try (var rest = rest()) {
            var global = rest.globalCompatibility();
            assertThat(rest.compatibility(subject).orElse(global)).isEqualTo(global);
        }
    }

    @Test
    void takesInTheWholeCatalogueTwice() {
        try (var first = rest();
                var second = rest()) {
            var registered = SchemaRegistration.registerTopics(first, TopicCatalogue.all());

            assertThat(SchemaRegistration.registerTopics(second, TopicCatalogue.all()))
                    .isEqualTo(registered);
            assertThat(second.compatibility("news.articles-value")).contains(CompatibilityLevel.FULL_TRANSITIVE);
            var alerts = TopicCatalogue.ALERTS.value().orElseThrow();
            assertThat(second.latest("security.alerts-value").schema()).isEqualTo(WireSchema.withoutJavaHints(alerts));
        }
    }

    private RestRegistryClient rest() {
        return new RestRegistryClient(RegistrySettings.from(Map.of(RegistrySettings.URL, url())));
    }

    private ContractClient.Failure failure(ThrowingCallable request) {
        return client.failureOf(catchException(request));
    }

    private static String note(String fields) {
        return "{\"type\":\"record\",\"name\":\"Note\",\"namespace\":\"io.missionwatch.schema.sample\",\"fields\":["
                + fields + "]}";
    }
}
