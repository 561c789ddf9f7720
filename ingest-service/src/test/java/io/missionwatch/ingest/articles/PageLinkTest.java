package io.missionwatch.ingest.articles;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PageLinkTest {

    @ParameterizedTest
    @CsvSource({
        "http://www.a.example/x?utm_source=rss, https://a.example/x",
        "https://a.example:443/x/, https://a.example/x",
        "https://A.example/x#top, https://a.example/x",
        "https://a.example/x?b=2&a=1, https://a.example/x?a=1&b=2",
        "https://a.example/%7Ejo, https://a.example/~jo",
        "https://a.example/x/index.html, https://a.example/x",
        "https://a.example/x?fbclid=1&id=7, https://a.example/x?id=7",
        "https://a.example, https://a.example/"
    })
    void comparesSpellingsOfOnePageAsEqual(String one, String other) {
        assertThat(compared(one)).isEqualTo(compared(other));
    }

    @ParameterizedTest
    @CsvSource({
        "https://a.example/x, https://a.example/y",
        "https://a.example/x?id=1, https://a.example/x?id=2",
        "https://a.example/x, https://b.example/x",
        "https://a.example/X, https://a.example/x",
        "https://a.example/#!/x, https://a.example/#!/y"
    })
    void keepsPagesApart(String one, String other) {
        assertThat(compared(one)).isNotEqualTo(compared(other));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "javascript:alert(1)", "ftp://a.example/x", "mailto:a@b.example", "http://"})
    void isNothingButTheWeb(String text) {
        assertThat(PageLink.of(text)).isEmpty();
    }

    @Property(tries = 200)
    void neverThrows(@ForAll String text) {
        assertThat(PageLink.of("http://a.example/" + text)).isNotNull();
    }

    private static String compared(String text) {
        return PageLink.of(text).orElseThrow().compared();
    }
}
