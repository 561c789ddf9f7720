package io.missionwatch.enrich.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.missionwatch.enrich.BuiltIn;
import io.missionwatch.enrich.articles.ArticleEnricher;
import io.missionwatch.enrich.articles.ArticleText;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

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

    private static ArticleText article(String body) {
        var published = Optional.of(Instant.parse("2024-05-14T12:00:00Z"));
        return new ArticleText("", body, Optional.of("en"), published, Optional.empty(), "a-1");
    }
}
