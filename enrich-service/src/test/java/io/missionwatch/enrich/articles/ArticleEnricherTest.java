package io.missionwatch.enrich.articles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.missionwatch.enrich.BuiltIn;
import io.missionwatch.enrich.actors.ActorTag;
import io.missionwatch.enrich.budget.Budget;
import io.missionwatch.enrich.budget.OverBudgetException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArticleEnricherTest {

    private static final ArticleText ARTICLE = new ArticleText(
            "Embassy attacked",
            "Gunmen attacked the French embassy in Tripoli on Monday.\n".repeat(20),
            Optional.of("en"),
            Optional.of(Instant.parse("2024-05-14T12:00:00Z")),
            Optional.empty(),
            "id");

    /** The clock goes on by one at every look, so that a budget of so many looks runs out in the midst of a stage. */
    @ParameterizedTest
    @CsvSource({"0, reading", "1, actors", "10, places", "55, missions", "75, lines", "95, events"})
    void givesUpAnArticleInWhateverStageItsTimeRunsOut(int looks, String stage) {
        var clock = new AtomicLong();
        var budget = Budget.of(Duration.ofNanos(looks), clock::getAndIncrement);

        assertThatThrownBy(() -> BuiltIn.ENRICHER.enrich(ARTICLE, budget))
                .isInstanceOf(OverBudgetException.class)
                .hasMessageEndingWith(", at " + stage);
    }

    @Test
    void readsANameByThePlacesOfTheTextThatNamesNoCountry() {
        var article = new ArticleText(
                "",
                "Daesh claimed the attack in Jalalabad.",
                Optional.of("en"),
                Optional.of(Instant.parse("2023-05-14T12:00:00Z")),
                Optional.empty(),
                "id");

        assertThat(BuiltIn.ENRICHER.enrich(article).actors())
                .extracting(ActorTag::id)
                .containsExactly("islamic-state-khorasan");
    }
}
