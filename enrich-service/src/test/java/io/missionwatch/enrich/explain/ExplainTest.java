package io.missionwatch.enrich.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.missionwatch.enrich.BuiltIn;
import io.missionwatch.enrich.articles.ArticleEnricher;
import io.missionwatch.enrich.articles.ArticleText;
import io.missionwatch.enrich.places.PlaceReason;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ExplainTest {

    private static final ArticleEnricher ENRICHER = BuiltIn.ENRICHER;

    @Test
    void underlinesTagsAndSaysWhyAnEventWasRead() {
        var article = article("Gunmen attacked the French embassy in Tripoli, killing two guards.");

        var page = Explain.terminal(article, ENRICHER.enrich(article));

        assertThat(page)
                .contains("\u001b[4;31m")
                .contains("EMBASSY of FR in LY")
                .contains("ATTACK")
                .contains("killed 2")
                .contains("type: trigger \"attacked\"");
    }

    @Test
    void letsNothingOfTheArticleActInTheBrowser() {
        var article = article(
                "<script>alert(1)</script> The French embassy in Tripoli was bombed \"<img src=x onerror=y>\".");

        var page = Explain.html(article, ENRICHER.enrich(article));

        assertThat(page)
                .contains("&lt;script&gt;")
                .contains("<mark class=\"mission\">")
                .doesNotContain("<script")
                .doesNotContain("<img");
    }

    @Test
    void letsNothingOfTheArticleActInTheTerminal() {
        var article = article("Clear\u001b[2J the screen\u0007 near the French embassy in Tripoli.");

        var page = Explain.terminal(article, ENRICHER.enrich(article));

        assertThat(page).doesNotContain("\u001b[2J").doesNotContain("\u0007").contains("Clear[2J");
    }

    @Test
    void underlinesWithoutColoursForAFile() {
        var article = article("Gunmen attacked the French embassy in Tripoli.");

        var page = Explain.plain(article, ENRICHER.enrich(article));

        assertThat(page)
                .doesNotContain("\u001b")
                .contains("the _French embassy_[1] in _Tripoli_[2].")
                .contains("PLACE Tripoli (LY, ")
                .contains("a word of place leads up to it (LOCATIVE)");
    }

    @Test
    void turnsNoTextAroundAndKeepsPersianWordsWhole() {
        var article = article("\u202eRead me backwards\u202c near \u0645\u06cc\u200c\u0634\u0648\u062f.");

        var pages = List.of(
                Explain.plain(article, ENRICHER.enrich(article)),
                Explain.terminal(article, ENRICHER.enrich(article)),
                Explain.html(article, ENRICHER.enrich(article)));

        assertThat(pages)
                .allSatisfy(page -> assertThat(page).doesNotContain("\u202e").contains("\u0645\u06cc\u200c\u0634"));
    }

    @ParameterizedTest
    @EnumSource(PlaceReason.class)
    void saysInWordsWhyAPlaceIsOne(PlaceReason reason) {
        assertThat(Reasons.told(reason.toString())).endsWith(" (" + reason + ")");
    }

    private static ArticleText article(String body) {
        var published = Optional.of(Instant.parse("2024-05-14T12:00:00Z"));
        return new ArticleText("", body, Optional.of("en"), published, Optional.empty(), "a-1");
    }
}
