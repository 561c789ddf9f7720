package io.missionwatch.alert;

import static io.missionwatch.alert.News.NOON;
import static io.missionwatch.alert.News.article;
import static io.missionwatch.alert.News.event;
import static org.assertj.core.api.Assertions.assertThat;

import io.missionwatch.schema.AlertStatus;
import io.missionwatch.schema.EventType;
import io.missionwatch.schema.NewsEvent;
import io.missionwatch.schema.Pattern;
import io.missionwatch.schema.PatternMode;
import io.missionwatch.topics.TopicCatalogue;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LivePatternsTest {

    private static final String ATTACK = "0b6f6c1e-6a3e-5c0b-8f0e-6f1f3a2d1001";
    private static final String OWN = "7d1c9f0a-1111-4222-8333-444455556666";

    private final AlertRun run = new AlertRun();

    @AfterEach
    void close() {
        run.close();
    }

    @Test
    void aPatternOfTheOperatorTakesEffectAtOnce() {
        run.putPattern(pattern(OWN, "event.type: ARREST", PatternMode.LIVE));

        run.tell(news(EventType.ARREST));

        assertThat(run.revisions()).singleElement().satisfies(alert -> {
            assertThat(alert.getPatternId()).isEqualTo(OWN);
            assertThat(alert.getPatternVersion()).isEqualTo(3);
            assertThat(alert.getMode()).isEqualTo(PatternMode.LIVE);
        });
    }

    @Test
    void aRecordOverridesTheBuiltInPatternAndATombstoneRestoresIt() {
        run.putPattern(pattern(ATTACK, "event.type: OTHER", PatternMode.LIVE));
        run.tell(news(EventType.ATTACK));
        assertThat(run.revisions()).isEmpty();

        run.removePattern(ATTACK);
        run.tell(event(article("b", 1, "beta", NOON), "event-of-b", EventType.ATTACK));

        assertThat(run.revisions()).anyMatch(alert -> alert.getPatternId().equals(ATTACK));
    }

    @Test
    void aBadRecordIsRefusedAndTheLastGoodOneStays() {
        run.putPattern(pattern(OWN, "event.type: ARREST", PatternMode.LIVE));

        run.putPattern(pattern(OWN, "event.type|no-such-modifier: ARREST", PatternMode.LIVE));
        run.putBytes(TopicCatalogue.PATTERNS, OWN, "no Avro".getBytes(StandardCharsets.UTF_8));
        run.tell(news(EventType.ARREST));

        assertThat(run.refused).hasSize(2);
        assertThat(run.revisions()).hasSize(1);
    }

    /** What the old version found is taken back as what the new one found; neither takes it from the other. */
    @Test
    void aRevisedReportStaysInTheAlertOfAChangedPatternThatStillFindsIt() {
        run.putPattern(pattern(OWN, "event.type: ARREST", PatternMode.LIVE));
        run.tell(news(EventType.ARREST));

        run.putPattern(pattern(OWN, "event.type: [ARREST, EXPULSION]", PatternMode.LIVE));
        var revised = article("a", 2, "alpha", NOON.plusSeconds(60));
        run.tell(event(revised, "event-of-a", EventType.ARREST), News.closing(revised, "event-of-a"));

        assertThat(run.newest().values()).singleElement().satisfies(alert -> {
            assertThat(alert.getStatus()).isEqualTo(AlertStatus.OPEN);
            assertThat(alert.getEvidence())
                    .singleElement()
                    .satisfies(one -> assertThat(one.getArticleRevision()).isEqualTo(2));
        });
    }

    @Test
    void aShadowPatternMakesShadowAlerts() {
        run.putPattern(pattern(OWN, "event.type: ARREST", PatternMode.SHADOW));

        run.tell(news(EventType.ARREST));

        assertThat(run.revisions())
                .singleElement()
                .satisfies(alert -> assertThat(alert.getMode()).isEqualTo(PatternMode.SHADOW));
    }

    @Test
    void alertsFromThePastAreExercises() {
        var article = article("a", 1, "alpha", NOON);
        article.setBackfill(true);

        run.tell(event(article, "event-of-a", EventType.ATTACK));

        assertThat(run.revisions())
                .singleElement()
                .satisfies(alert -> assertThat(alert.getExercise()).isTrue());
    }

    private static NewsEvent news(EventType type) {
        return event(article("a", 1, "alpha", NOON), "event-of-a", type);
    }

    private static Pattern pattern(String id, String selection, PatternMode mode) {
        return Pattern.newBuilder()
                .setPatternId(id)
                .setYaml("""
                        title: A pattern of the operator
                        id: %s
                        logsource: {product: missionwatch, category: news_event}
                        detection:
                          what:
                            %s
                          condition: what
                        level: low
                        """.formatted(id, selection))
                .setVersion(3)
                .setMode(mode)
                .setChangedAt(NOON)
                .build();
    }
}
