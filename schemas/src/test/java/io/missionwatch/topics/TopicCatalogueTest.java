package io.missionwatch.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class TopicCatalogueTest {

    @Test
    void namesEveryTopicOnce() {
        assertThat(TopicCatalogue.all()).extracting(Topic::name).doesNotHaveDuplicates();
    }

    @Test
    void spreadsNewsAndKeepsReferenceDataInOnePartition() {
        assertThat(Layout.CLUSTER.partitionsOf(TopicCatalogue.ARTICLES)).isEqualTo(12);
        assertThat(Layout.EMBEDDED.partitionsOf(TopicCatalogue.ARTICLES)).isEqualTo(3);
        assertThat(Layout.CLUSTER.partitionsOf(TopicCatalogue.PATTERNS)).isEqualTo(1);
    }

    @Test
    void givesADeadLetterTopicTheSpreadOfItsSource() {
        var deadLetters = TopicCatalogue.ARTICLES.deadLetter();

        assertThat(deadLetters.name()).isEqualTo("news.articles.dead-letter");
        assertThat(deadLetters.value()).isEmpty();
        assertThat(Layout.CLUSTER.partitionsOf(deadLetters)).isEqualTo(12);
    }

    @Test
    void compactsAlertsAndKeepsTheirHistory() {
        assertThat(Layout.CLUSTER.settingsOf(TopicCatalogue.ALERTS)).containsEntry("cleanup.policy", "compact");
        assertThat(Layout.CLUSTER.settingsOf(TopicCatalogue.ALERT_HISTORY))
                .containsEntry(
                        "retention.ms", Long.toString(Duration.ofDays(400).toMillis()))
                .containsEntry("max.message.bytes", "2097152")
                .containsEntry("min.insync.replicas", "2");
    }

    @Test
    void refusesLayoutsThatCannotBe() {
        assertThatThrownBy(() -> new Layout(0, (short) 1, (short) 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Layout(1, (short) 1, (short) 2)).isInstanceOf(IllegalArgumentException.class);
    }
}
