package io.missionwatch.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.missionwatch.quickstart.demo.DemoFeeds;
import io.missionwatch.quickstart.samples.AlertKind;
import io.missionwatch.quickstart.samples.SampleItem;
import io.missionwatch.quickstart.samples.SampleServer;
import io.missionwatch.quickstart.samples.Samples;
import io.missionwatch.quickstart.stack.AlertReader;
import io.missionwatch.quickstart.stack.Backbone;
import io.missionwatch.quickstart.stack.RunningStack;
import io.missionwatch.quickstart.stack.StackPlan;
import io.missionwatch.schema.Alert;
import io.missionwatch.schema.AlertEvidence;
import io.missionwatch.schema.EventType;
import io.missionwatch.schema.PatternMode;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The whole stream over the demo's feeds: real HTTP, a real broker, a real registry, all three services. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DemoStreamTest {

    private static final int SPEED = 6;

    private final Samples samples = Samples.builtIn();
    private final AlertLog log = new AlertLog();
    private final AlertLog trial = new AlertLog();
    private SampleServer server;
    private RunningStack stack;
    private EventStream events;

    @BeforeAll
    void runTheDemoToItsEnd(@TempDir Path directory) throws Exception {
        var start = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        server = SampleServer.start(samples, start, FastClock.from(start, SPEED), 0);
        var port = freePort();
        stack = RunningStack.start(
                new StackPlan(directory, port, true, true),
                progress -> Backbone.embedded(directory, progress),
                (stage, took) -> {},
                DemoFeeds.of(samples, server),
                AlertReader.From.THE_BEGINNING,
                this::keep);
        events = EventStream.open(URI.create("http://127.0.0.1:" + port + "/api/v1/alerts/stream"));
        Deadline.await("the first alert").until(() -> log.size() > 0);
        Deadline.await("all samples to have appeared, and quiet")
                .during(Duration.ofSeconds(10))
                .until(new Quiet(log));
    }

    @AfterAll
    void stop() throws IOException {
        if (events != null) {
            events.close();
        }
        if (stack != null) {
            stack.close();
        }
        server.close();
    }

    @Test
    void raisesAnAlertOfTheRightKindForEverySampleThatMustRaiseOne() {
        assertThat(unheard()).isEmpty();
    }

    @Test
    void raisesNoneForTheOthers() {
        var wrong = new ArrayList<String>();
        log.last()
                .forEach(alert -> alert.getEvidence()
                        .forEach(piece -> item(piece)
                                .filter(item -> !item.expected().isAlert())
                                .ifPresent(item -> wrong.add(item.id() + " in " + alert.getTitle()))));

        assertThat(wrong).isEmpty();
    }

    /** The one about expelled diplomats is what the pattern on trial for expulsions is made for. */
    @Test
    void raisesNoneOnTrialEitherButTheExpulsion() {
        var raised = new TreeSet<String>();
        trial.last()
                .forEach(alert -> alert.getEvidence()
                        .forEach(piece -> item(piece)
                                .filter(item -> !item.expected().isAlert())
                                .ifPresent(item -> raised.add(piece.getEventType() + " from " + item.id()))));

        assertThat(raised).containsExactly("EXPULSION from diplomats-expelled");
    }

    @Test
    void raisesNoAlertOfAKindThatACarefulReaderWouldNotExpect() {
        var wrong = new ArrayList<String>();
        log.last()
                .forEach(alert -> alert.getEvidence()
                        .forEach(piece -> item(piece)
                                .filter(item -> kind(piece)
                                        .filter(item.expected()::allows)
                                        .isEmpty())
                                .ifPresent(item -> wrong.add(piece.getEventType() + " from " + item.id()))));

        assertThat(wrong).isEmpty();
    }

    @Test
    void numbersRevisionsWithoutGapOrRepeat() {
        assertThat(log.broken()).isEmpty();
    }

    @Test
    void countsAStoryAndItsCopiesAsOneOrigin() {
        for (var happening : samples.happenings().entrySet()) {
            var origins = log.last().stream()
                    .filter(alert -> concerns(alert, happening.getValue()))
                    .mapToInt(Alert::getOrigins)
                    .max();

            assertThat(origins.orElse(0)).as(happening.getKey()).isEqualTo(samples.origins(happening.getKey()));
        }
    }

    @Test
    void streamsEveryAlertToTheConsole() {
        assertThat(events.alertIds()).containsAll(alertIds());
    }

    /** Alerts of patterns on trial go to nobody. */
    private void keep(Alert revision) {
        (revision.getMode() == PatternMode.LIVE ? log : trial).add(revision);
    }

    private Set<String> alertIds() {
        return log.last().stream().map(Alert::getAlertId).collect(Collectors.toSet());
    }

    /** Samples that must raise an alert of a kind and have not. */
    private Set<String> unheard() {
        var unheard = new TreeSet<String>();
        for (var item : samples.items()) {
            for (var kind : item.expected().alerts()) {
                if (log.last().stream().noneMatch(alert -> tells(alert, item, kind))) {
                    unheard.add(item.id() + ": " + kind.word());
                }
            }
        }
        return unheard;
    }

    private boolean tells(Alert alert, SampleItem item, AlertKind kind) {
        var host = item.expected().host().orElseThrow();
        return alert.getMissions().stream().anyMatch(mission -> host.equals(mission.getHostState()))
                && alert.getEvidence().stream()
                        .anyMatch(piece -> kind(piece).equals(Optional.of(kind))
                                && item(piece).map(SampleItem::article).equals(Optional.of(item.article())));
    }

    private boolean concerns(Alert alert, List<SampleItem> items) {
        var articles = items.stream().map(SampleItem::article).collect(Collectors.toSet());
        return alert.getEvidence().stream()
                .anyMatch(piece -> item(piece)
                        .map(SampleItem::article)
                        .filter(articles::contains)
                        .isPresent());
    }

    /** The sample that a piece of evidence comes from, by the last part of its address. */
    private Optional<SampleItem> item(AlertEvidence piece) {
        var path = URI.create(piece.getUrl()).getPath();
        return samples.items().stream()
                .filter(item -> path.contains("/" + item.article()))
                .findFirst();
    }

    private static Optional<AlertKind> kind(AlertEvidence piece) {
        return piece.getEventType() == EventType.ATTACK_FOILED
                ? Optional.of(AlertKind.FOILED_ATTACK)
                : List.of(AlertKind.values()).stream()
                        .filter(kind -> kind.name().equals(piece.getEventType().name()))
                        .findFirst();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
