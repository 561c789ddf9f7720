package io.missionwatch.ingest.articles;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CanonicalLinkTest {

    @ParameterizedTest
    @CsvSource({
        "https://a.example/africa/story-7, https://a.example/world/story-7",
        "https://a.example/story?edition=two, https://a.example/story",
        "https://a.example/story?page=2, https://a.example/story",
        "https://a.example/story/amp, https://a.example/story",
        "https://a.example/story/page/3, https://a.example/story",
        "https://a.example/story/2, https://a.example/story",
        "https://m.a.example/story, https://www.a.example/story",
        "https://amp.a.example/story?x=1, http://a.example/story",
        "https://a.example/?p=17, https://a.example/2026/03/embassy",
        "http://127.0.0.1:8080/one, http://127.0.0.1:8080/two"
    })
    void believesAPageAboutAnAddressOfItsSite(String page, String said) {
        assertThat(of(page, said)).isEqualTo(PageLink.of(said));
    }

    @ParameterizedTest
    @CsvSource({
        "https://a.example/story, https://b.example/story",
        "https://a.example/story, https://a.example.b.example/story",
        "https://one.a.example/story, https://two.a.example/story",
        "https://m.example/story, https://www.example/story",
        "http://127.0.0.1:8080/one, http://127.0.0.1:8081/two",
        "http://127.0.0.1/one, http://127.0.0.2/two",
        "https://a.example/story, https://user@a.example@b.example/story"
    })
    void believesNoPageAboutAnotherSite(String page, String said) {
        assertThat(of(page, said)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "https://a.example/story, https://a.example",
        "https://a.example/story, https://a.example/?utm_source=rss",
        "https://a.example/story, https://www.a.example/index.html",
        "https://a.example/story, https://a.example/?lang=en",
        "https://a.example/story, https://a.example/?edition=africa&theme=dark",
        "https://a.example/news/2026/story, https://a.example/news",
        "https://a.example/en/story, https://a.example/en/",
        "https://a.example/view.php?id=7, https://a.example/view.php",
        "https://a.example/view?story=a, https://a.example/view",
        "https://a.example/view?x=20260302, https://a.example/view"
    })
    void takesNoAddressAboveAStoryForIt(String page, String said) {
        assertThat(of(page, said)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"/story", "javascript:alert(1)", "'https:// a b'", "''", "https://"})
    void takesNothingThatIsNoAddress(String said) {
        assertThat(of("https://a.example/one", said)).isEmpty();
    }

    @Property(tries = 200)
    void neverThrowsAndNeverLeavesTheSite(@ForAll String said) {
        assertThat(of("https://a.example/story", "https://a.example" + said).stream())
                .allMatch(link -> link.compared().matches("a\\.example[/?#].*"));
    }

    private static Optional<PageLink> of(String page, String said) {
        return CanonicalLink.of(URI.create(page), Optional.of(said));
    }
}
