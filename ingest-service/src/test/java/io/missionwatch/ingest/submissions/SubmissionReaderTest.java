package io.missionwatch.ingest.submissions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.missionwatch.ingest.articles.PageLink;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SubmissionReaderTest {

    private final SubmissionReader reader = new SubmissionReader(Optional.empty(), true);

    private Submission in(String language) {
        return reader.read(JsonNodeFactory.instance
                .objectNode()
                .put("outlet", "The Example")
                .put("title", "One")
                .put("language", language));
    }

    @Test
    void takesLanguageTags() {
        assertThat(in("zh-Hant-TW").language()).isEqualTo("zh-Hant-TW");
    }

    @Test
    void refusesALanguageLongerThanAnyTag() {
        assertThatThrownBy(() -> in("en" + "-latn".repeat(10))).isInstanceOf(SubmissionFault.class);
        assertThatThrownBy(() -> in("en" + "-latn".repeat(10_000)))
                .isInstanceOf(SubmissionFault.class)
                .hasMessageContaining("BCP 47");
    }

    @Test
    void takesAPageUnderTheAddressThatItCallsItsOwnWhereTheSenderKnowsNone() {
        assertThat(linkOf(Optional.empty(), "https://a.example/story")).isEqualTo("https://a.example/story");
    }

    @Test
    void takesTheSendersAddressBeforeThatOfThePage() {
        assertThat(linkOf(Optional.of("https://a.example/story/amp"), "https://a.example/story"))
                .isEqualTo("https://a.example/story/amp");
    }

    @Test
    void takesNoFrontPageForAnArticlesAddress() {
        assertThat(linkOf(Optional.empty(), "https://a.example/")).isEmpty();
    }

    private String linkOf(Optional<String> url, String canonical) {
        var paragraph = "<p>" + "The mission on Harbour Street stayed shut on Monday. ".repeat(8) + "</p>";
        var article = JsonNodeFactory.instance
                .objectNode()
                .put("outlet", "The Example")
                .put(
                        "html",
                        "<html><head><link rel=canonical href='%s'></head><body><h1>Shut</h1>%s%s</body></html>"
                                .formatted(canonical, paragraph, paragraph));
        url.ifPresent(address -> article.put("url", address));
        return reader.read(article).link().map(PageLink::shown).orElse("");
    }
}
