package io.missionwatch.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.missionwatch.enrich.articles.ArticleEnricher;
import io.missionwatch.enrich.articles.ArticleText;
import io.missionwatch.enrich.explain.Explain;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

/** What {@code missionwatch explain} prints of hostile articles, in a browser and in a terminal. */
class HostileExplanationTest {

    private static final ArticleEnricher ENRICHER = ArticleEnricher.load();
    private static final Pattern COLOUR = Pattern.compile("\u001b\\[[0-9;]+m");
    private static final Pattern ACTS =
            Pattern.compile("[\\p{Cntrl}&&[^\n\t]]|[\u0080-\u009f\u202a-\u202e\u2066-\u2069]");

    @Test
    void noTextAddsAnElementOrAnAttributeToThePage() throws Exception {
        var harmless = forms(Explain.html(article("harmless"), ENRICHER.enrich(article("harmless"))));

        for (var text : HostileTexts.all()) {
            var article = article(text);
            var page = Explain.html(article, ENRICHER.enrich(article));

            assertThat(forms(page)).as(text).isEqualTo(harmless);
            assertThat(ACTS.matcher(page).find()).as(text).isFalse();
        }
    }

    @Test
    void noTextActsInATerminal() throws Exception {
        for (var text : HostileTexts.all()) {
            var article = article(text);
            var page = Explain.terminal(article, ENRICHER.enrich(article));

            assertThat(ACTS.matcher(COLOUR.matcher(page).replaceAll("")).find())
                    .as(text)
                    .isFalse();
        }
    }

    /** Elements with the names of their attributes. */
    private static Set<String> forms(String page) {
        var forms = new TreeSet<String>();
        for (var element : Jsoup.parse(page).getAllElements()) {
            var attributes = element.attributes().asList().stream()
                    .map(attribute -> attribute.getKey())
                    .toList();
            forms.add(element.normalName() + attributes);
        }
        return forms;
    }

    private static ArticleText article(String text) {
        var body =
                "Gunmen attacked the French embassy in Tripoli. " + text + " Two guards of " + text + " were killed.";
        return new ArticleText(
                text,
                body,
                Optional.of("en"),
                Optional.of(Instant.parse("2026-03-02T12:00:00Z")),
                Optional.empty(),
                "hostile");
    }
}
