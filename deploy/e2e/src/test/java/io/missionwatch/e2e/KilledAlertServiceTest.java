package io.missionwatch.e2e;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import io.missionwatch.schema.Alert;
import io.missionwatch.schema.AlertEvidence;
import io.missionwatch.schema.AlertStatus;
import io.missionwatch.schema.Delivery;
import io.missionwatch.schema.PatternMode;
import io.missionwatch.topics.TopicCatalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * The alert service is killed at random moments while events come. In the end its alerts are exactly those that the
 * events make, with revisions 1, 2, 3 ..., and each revision has reached the sink at least once, always under its own
 * key. Only where {@code -De2e.kills=10} asks for it; {@code -De2e.seed} for the same moments again.
 */
@EnabledIfSystemProperty(named = "e2e.kills", matches = "\\d+", disabledReason = "a long run: -De2e.kills=10")
class KilledAlertServiceTest {

    private static final int KILLS = Integer.getInteger("e2e.kills", 1);
    private static final long SEED = Long.getLong("e2e.seed", System.nanoTime());
    private static final int ARTICLES_PER_LIFE = 100;
    // Where they are a multiple of ten, some states have all their events taken back: their alerts end with nothing.
    private static final int STATES_PER_LIFE = 4;
    private static final Duration LONGEST_LIFE = Duration.ofSeconds(8);
    private static final Duration BETWEEN_ARTICLES = Duration.ofMillis(80);
    private static final Duration LONGEST_STANDSTILL = Duration.ofSeconds(45);
    private static final Duration LONGEST_END = Duration.ofMinutes(2).multipliedBy(1 + KILLS);

    @TempDir
    private Path directory;

    private final AttackNews news = new AttackNews(ARTICLES_PER_LIFE * KILLS, STATES_PER_LIFE * KILLS);
    private Ground ground;
    private WebhookReceiver receiver;

    @Test
    void endsWithTheAlertsOfTheEventsEachDeliveredUnderOneKey() throws Exception {
        try (var ownGround = Ground.start(directory);
                var ownReceiver = WebhookReceiver.start()) {
            ground = ownGround;
            receiver = ownReceiver;
            ground.create(TopicCatalogue.EVENTS);
            var writer = new Thread(this::write, "news");
            writer.start();
            killAtRandom();
            try (var service = start()) {
                writer.join();
                awaitOutcome(service);
                judge();
            }
        }
    }

    private void write() {
        for (int article = 0; article < news.articles(); article++) {
            var key = AttackNews.articleId(article);
            news.records(article).forEach(record -> ground.write(TopicCatalogue.EVENTS, key, record));
            pause(BETWEEN_ARTICLES);
        }
    }

    /** Every other one is killed while it works, and the rest at any moment of their start too. */
    private void killAtRandom() throws IOException {
        var random = new Random(SEED);
        for (int kill = 0; kill < KILLS; kill++) {
            try (var service = start()) {
                if (kill % 2 == 0) {
                    Deadline.await("a service at work").until(service::isReady);
                }
                // The moment is the point of the test: any condition to wait for would choose it.
                pause(Duration.ofMillis(random.nextLong(LONGEST_LIFE.toMillis())));
                assertThat(service.command().isAlive())
                        .as(service.command().text())
                        .isTrue();
                service.kill();
            }
        }
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private ServiceProcess start() throws IOException {
        var sinks = Files.writeString(directory.resolve("sinks.yaml"), """
                sinks:
                  - name: desk
                    type: webhook
                    url: %s
                    secrets: [whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw]
                    reach: [loopback]
                    from: beginning
                    retry: [1s, 1s, 1s]
                """.formatted(receiver.address()));
        var settings = ground.settings(Map.of("api.port", "0", "deliveries.file", sinks.toString()));
        settings.remove("admin.port");
        return ServiceProcess.start(
                "io.missionwatch.alert.AlertService",
                directory,
                settings.entrySet().stream()
                        .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                        .toList());
    }

    /** As long as it goes on, but not for ever; what follows says what is missing then. */
    private void awaitOutcome(ServiceProcess service) {
        var moved = Instant.now();
        var end = moved.plus(LONGEST_END);
        int before = -1;
        while (moved.plus(LONGEST_STANDSTILL).isAfter(Instant.now()) && end.isAfter(Instant.now())) {
            assertThat(service.command().isAlive()).as(service.command().text()).isTrue();
            var history = history();
            if (isReached(history)) {
                return;
            }
            int now = history.size() + receiver.revisionsOfKey().size();
            moved = now == before ? moved : Instant.now();
            before = now;
            pause(Duration.ofSeconds(1));
        }
    }

    private boolean isReached(List<Alert> history) {
        return outcome(history).equals(news.outcome())
                && receiver.revisionsOfKey().equals(revisionsOfKey(history));
    }

    private void judge() {
        var history = history();
        assertThat(log(history).broken()).as("seed " + SEED).isEmpty();
        assertThat(outcome(history)).as("seed " + SEED).isEqualTo(news.outcome());
        assertThat(undelivered(history)).as("seed " + SEED).isEmpty();
        assertThat(receiver.revisionsOfKey()).as("seed " + SEED).isEqualTo(revisionsOfKey(history));
    }

    /** What the log of deliveries says of each revision that the sink was not told. */
    private Map<String, List<String>> undelivered(List<Alert> history) {
        var undelivered = new TreeMap<String, List<String>>();
        revisionsOfKey(history).keySet().stream()
                .filter(key -> !receiver.revisionsOfKey().containsKey(key))
                .forEach(key -> undelivered.put(key, new ArrayList<>()));
        for (var delivery : ground.values(TopicCatalogue.DELIVERIES, Delivery.class)) {
            var told = "attempt %d %s %s".formatted(delivery.getAttempt(), delivery.getOutcome(), delivery.getError());
            Optional.ofNullable(undelivered.get(delivery.getDeliveryId())).ifPresent(entries -> entries.add(told));
        }
        return undelivered;
    }

    private List<Alert> history() {
        return ground.values(TopicCatalogue.ALERT_HISTORY, Alert.class);
    }

    private static AlertLog log(List<Alert> history) {
        var log = new AlertLog();
        history.forEach(log::add);
        return log;
    }

    /** Per host state the evidence of its alert, which is one, and cancelled where it has none. */
    private static Map<String, Set<String>> outcome(List<Alert> history) {
        var outcome = new TreeMap<String, Set<String>>();
        for (var alert : log(history).last()) {
            if (alert.getMode() == PatternMode.LIVE) {
                var evidence = evidence(alert);
                var other = outcome.put(alert.getGroup().get("mission.host_state"), evidence);
                assertThat(other).as("beside " + alert.getAlertId()).isNull();
                assertThat(alert.getStatus() == AlertStatus.CANCELLED)
                        .as(alert.getAlertId())
                        .isEqualTo(evidence.isEmpty());
            }
        }
        return outcome;
    }

    private static Set<String> evidence(Alert alert) {
        return alert.getEvidence().stream().map(AlertEvidence::getEventId).collect(toCollection(TreeSet::new));
    }

    /** What the sink must have been told: all but what goes to nobody. */
    private static Map<String, Set<String>> revisionsOfKey(List<Alert> history) {
        var expected = new TreeMap<String, Set<String>>();
        history.stream()
                .filter(alert ->
                        alert.getMode() == PatternMode.LIVE && alert.getSuppressedBy() == null && !alert.getQuiet())
                .forEach(alert -> expected.put(
                        alert.getAlertId() + "_" + alert.getRevision(),
                        Set.of(alert.getAlertId() + " " + alert.getRevision())));
        return expected;
    }
}
