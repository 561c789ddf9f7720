package io.missionwatch.ingest.articles;

import static org.assertj.core.api.Assertions.assertThat;

import io.missionwatch.ingest.articles.Published.Witness;
import io.missionwatch.ingest.feeds.FeedDocument;
import io.missionwatch.ingest.feeds.FeedParser;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArticleReaderTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    @Test
    void takesTheLongestTextAndKeepsTheTeaser() {
        var article = read("<link>http://a.example/1</link><title>T</title><description>Short.</description>"
                        + "<content:encoded>&lt;p&gt;Long one.&lt;/p&gt;&lt;p&gt;Two.&lt;/p&gt;&lt;p&gt;The post T appeared first on A.&lt;/p&gt;</content:encoded>")
                .orElseThrow();

        assertThat(article.summary()).isEqualTo("Short.");
        assertThat(article.body()).isEqualTo("Long one.\nTwo.");
        assertThat(article.text()).isEqualTo(ArticleDraft.Text.FEED);
    }

    @Test
    void knowsTheSameArticleByLinkThenGuidThenText() {
        var byLink = read("<link>http://a.example/1?utm_medium=x</link><guid>1</guid><title>T</title>")
                .orElseThrow();
        var again = read("<link>https://www.a.example/1</link><guid>2</guid><title>Other</title>")
                .orElseThrow();
        var byGuid = read("<guid isPermaLink='false'>1</guid><title>T</title>").orElseThrow();
        var changed =
                read("<guid isPermaLink='false'>1</guid><title>Other</title>").orElseThrow();
        var byText = read("<title>T</title>").orElseThrow();
        var otherText = read("<title>U</title>").orElseThrow();

        assertThat(byLink.articleId()).isEqualTo(again.articleId());
        assertThat(byGuid.articleId()).isEqualTo(changed.articleId()).isNotEqualTo(byLink.articleId());
        assertThat(byText.articleId()).isNotEqualTo(otherText.articleId());
    }

    @Test
    void isNotWhatLinksTheSameFrontPage() {
        var one = read("<guid>1</guid><link>https://a.example/</link><title>T</title>")
                .orElseThrow();
        var two = read("<guid>2</guid><link>https://www.a.example/?lang=en</link><title>U</title>")
                .orElseThrow();
        var story = read("<guid>3</guid><link>https://a.example/?p=17</link><title>V</title>")
                .orElseThrow();
        var again = read("<guid>4</guid><link>https://a.example/?p=17</link><title>V</title>")
                .orElseThrow();

        assertThat(one.articleId()).isNotEqualTo(two.articleId());
        assertThat(one.url()).isEqualTo("https://a.example/");
        assertThat(story.articleId()).isEqualTo(again.articleId());
    }

    @Test
    void inventsNoDate() {
        var undated = read("<title>T</title>").orElseThrow();

        assertThat(undated.published().date()).isEmpty();
        assertThat(undated.published().witness()).isEqualTo(Witness.NONE);
        assertThat(undated.eventTime()).isEqualTo(NOON);
    }

    @Test
    void saysNothingOfAnItemThatSaysNothing() {
        assertThat(read("<link>http://a.example/1</link>")).isEmpty();
    }

    @Test
    void cutsABodyBetweenCharacters() {
        assertThat(ArticleReader.capped("aé€😀", 3)).isEqualTo("aé");
        assertThat(ArticleReader.capped("aé€😀", 7)).isEqualTo("aé€");
        assertThat(ArticleReader.capped("short", 100)).isEqualTo("short");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            KABUL, Afghanistan (AP) — A blast was heard.               | AP
            PARIS (AFP) - Ministers met on Monday.                     | AFP
            MOSCOW, March 2 (Reuters) - Talks ended.                   | REUTERS
            The ministry denied it, Reuters reported.                  | REUTERS
            He told the Associated Press that nobody was hurt.         | AP
            Something happened. With inputs from PTI                   | PTI
            Something happened in town. — Xinhua                       | XINHUA
            Nobody is credited here, and apples are cheap.             | -
            """)
    void findsTheWireThatIsCredited(String body, String wire) {
        assertThat(CreditLine.in(body, List.of()).orElse("-")).isEqualTo(wire);
    }

    @Test
    void findsTheWireAmongTheAuthors() {
        assertThat(CreditLine.in("Text.", List.of("Jo Doe", "By Reuters"))).contains("REUTERS");
        assertThat(CreditLine.in("Text.", List.of("Reuters Smith"))).isEmpty();
    }

    private static Optional<ArticleDraft> read(String item) {
        var document = "<rss xmlns:content='http://purl.org/rss/1.0/modules/content/'><channel><item>" + item
                + "</item></channel></rss>";
        var entry = FeedParser.withDefaults()
                .parse(FeedDocument.of(document.getBytes(StandardCharsets.UTF_8)))
                .entries()
                .get(0);
        return ArticleReader.read(entry, new ArticleReader.Origin("feed", "A", "", NOON));
    }
}
