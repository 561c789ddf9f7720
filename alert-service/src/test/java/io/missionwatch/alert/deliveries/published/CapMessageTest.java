package io.missionwatch.alert.deliveries.published;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.missionwatch.alert.deliveries.Alerts;
import io.missionwatch.alert.deliveries.HostileText;
import io.missionwatch.alert.deliveries.plan.PlanFile;
import io.missionwatch.schema.Alert;
import io.missionwatch.schema.AlertStatus;
import io.missionwatch.schema.Certainty;
import io.missionwatch.schema.PatternMode;
import io.missionwatch.schema.Severity;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

class CapMessageTest {

    private static final Path XSD = Path.of("../../shared/schemas/cap/schema/cap12.xsd");
    private static final PublishOrder ORDER = PublishOrder.from(PlanFile.parse("publish", "sender: watch@example.org"));
    private final CapMessage cap = new CapMessage(ORDER);

    @ParameterizedTest
    @MethodSource("alerts")
    void isValidByThePublishedSchema(Alert alert) throws Exception {
        assumeTrue(Files.exists(XSD), "unvalidated: the schema of CAP is not at hand");
        var schema =
                SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI).newSchema(XSD.toFile());

        var message = cap.of(alert, List.of(Alerts.alert("a", 1).build()));

        schema.newValidator().validate(new StreamSource(new StringReader(message)));
    }

    @ParameterizedTest
    @CsvSource({
        "1, OPEN,           Alert",
        "2, OPEN,           Update",
        "2, ACKNOWLEDGED,   Update",
        "2, RESOLVED,       Update",
        "2, CANCELLED,      Cancel",
        "2, FALSE_POSITIVE, Cancel",
    })
    void tellsWhatItDoesToEarlierMessages(int revision, AlertStatus status, String type) throws Exception {
        var earlier =
                revision == 1 ? List.<Alert>of() : List.of(Alerts.alert("a", 1).build());

        var message = parse(cap.of(Alerts.alert("a", revision).setStatus(status).build(), earlier));

        assertThat(text(message, "msgType")).isEqualTo(type);
        assertThat(text(message, "identifier")).isEqualTo("a." + revision);
        assertThat(text(message, "references"))
                .isEqualTo(revision == 1 ? "" : "watch@example.org,a.1,2026-03-02T12:00:00-00:00");
    }

    @ParameterizedTest
    @CsvSource({
        "OPEN,           Monitor",
        "ACKNOWLEDGED,   Monitor",
        "RESOLVED,       AllClear",
        "EXPIRED,        None",
        "CANCELLED,      None",
        "FALSE_POSITIVE, None",
    })
    void onlyAPersonGivesTheAllClear(AlertStatus status, String response) throws Exception {
        var message = parse(cap.of(Alerts.alert("a", 2).setStatus(status).build(), List.of()));

        assertThat(text(message, "responseType")).isEqualTo(response);
    }

    @Test
    void anExerciseAndATestAreMarkedAsSuch() throws Exception {
        var exercise = cap.of(Alerts.alert("a", 1).setExercise(true).build(), List.of());
        var shadow = cap.of(Alerts.alert("a", 1).setMode(PatternMode.SHADOW).build(), List.of());

        assertThat(text(parse(exercise), "status")).isEqualTo("Exercise");
        assertThat(text(parse(shadow), "status")).isEqualTo("Test");
        assertThat(text(parse(cap.of(Alerts.first(), List.of())), "status")).isEqualTo("Actual");
    }

    @Test
    void saysWhatAnAttackIs() throws Exception {
        var message = parse(cap.of(Alerts.first(), List.of()));

        assertThat(text(message, "urgency")).isEqualTo("Immediate");
        assertThat(text(message, "severity")).isEqualTo("Severe");
        assertThat(text(message, "certainty")).isEqualTo("Observed");
        assertThat(text(message, "circle")).isEqualTo("34.52813,69.17233 15");
        assertThat(text(message, "web")).isEqualTo("https://news.example/a");
    }

    @Test
    void feedsCarryHostileTextUnharmed() throws Exception {
        var feeds = new AlertFeeds(ORDER);
        for (var text : HostileText.all().toList()) {
            var alert = HostileText.in(text);
            var atom = parse(feeds.atom(List.of(alert), "https://watch.example"));
            var rss = parse(feeds.rss(List.of(alert), "https://watch.example"));

            assertThat(atom.getElementsByTagName("entry").getLength()).isEqualTo(1);
            assertThat(atom.getElementsByTagName("script").getLength()).isZero();
            assertThat(atom.getElementsByTagName("link").getLength())
                    .as("the feed, the message, the page")
                    .isEqualTo(3);
            assertThat(rss.getElementsByTagName("item").getLength()).isEqualTo(1);
            assertThat(text(rss, "description")).doesNotContain("<script");
            assertThat(rss.getElementsByTagName("description").item(1).getTextContent())
                    .doesNotContain("<");
        }
    }

    @Test
    void theShelfKeepsTheNewestAndWhatCameBefore() {
        var shelf = new Shelf(3, Duration.ofDays(1), InstantSource.fixed(Alerts.NOON));
        Stream.of(Alerts.alert("a", 1), Alerts.alert("a", 2), Alerts.alert("b", 3), Alerts.alert("b", 4))
                .forEach(alert -> shelf.put(alert.build()));

        assertThat(shelf.find("a", 1)).isEmpty();
        assertThat(shelf.newest(9)).extracting(Alert::getAlertId).containsExactly("b", "a");
        assertThat(shelf.before(Alerts.alert("b", 4).build())).hasSize(1);
    }

    @Test
    void theShelfDropsWhatIsTooOldThoughNothingNewComes() {
        var now = new AtomicReference<>(Alerts.NOON);
        var shelf = new Shelf(3, Duration.ofDays(1), now::get);
        shelf.put(Alerts.alert("a", 1).build());

        now.set(Alerts.NOON.plus(Duration.ofHours(25)));

        assertThat(shelf.newest(9)).isEmpty();
        assertThat(shelf.find("a", 1)).isEmpty();
    }

    static Stream<Alert> alerts() {
        var kinds = Stream.of(
                Alerts.first(),
                Alerts.alert("a", 2)
                        .setPlaces(List.of())
                        .setEvidence(List.of())
                        .setMissions(List.of())
                        .build(),
                Alerts.alert("a", 2).setExercise(true).build());
        var severities = Arrays.stream(Severity.values())
                .map(one -> Alerts.alert("a", 2).setSeverity(one).build());
        var certainties = Arrays.stream(Certainty.values())
                .map(one -> Alerts.alert("a", 2).setCertainty(one).build());
        var statuses = Arrays.stream(AlertStatus.values())
                .map(one -> Alerts.alert("a", 2).setStatus(one).build());
        return Stream.of(
                        kinds,
                        severities,
                        certainties,
                        statuses,
                        HostileText.all().map(HostileText::in))
                .flatMap(alert -> alert);
    }

    private static Document parse(String xml) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
    }

    private static String text(Document document, String name) {
        var found = document.getElementsByTagName(name);
        return found.getLength() == 0 ? "" : found.item(0).getTextContent();
    }
}
