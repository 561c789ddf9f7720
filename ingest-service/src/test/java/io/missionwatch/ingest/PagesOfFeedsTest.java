package io.missionwatch.ingest;

import static io.missionwatch.ingest.DrivenIngest.URL;
import static io.missionwatch.ingest.DrivenIngest.feed;
import static io.missionwatch.ingest.FakeWeb.rss;
import static org.assertj.core.api.Assertions.assertThat;

import io.missionwatch.schema.Article;
import io.missionwatch.schema.FeedStatus;
import io.missionwatch.schema.FullTextMode;
import io.missionwatch.schema.TextSource;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PagesOfFeedsTest {

    @RegisterExtension
    private final DrivenIngest ingest = new DrivenIngest();

    @Test
    void takesTheWholeArticleFromItsPage() {
        var text = "The mission on Harbour Street stayed shut on Monday while officers searched the road outside. "
                .repeat(5);
        ingest.web.serve(URL, rss("https://news.example/1|One|g|Teaser.", "https://news.example/2|Two|h|Other."), "a");
        ingest.web.page(
                "https://news.example/1",
                "<html><body><article><h1>One</h1><p>" + text + "</p><p>" + text + "</p></article></body></html>");
        ingest.feeds.pipeInput("f", feed("f", URL, FullTextMode.WHEN_SHORT));
        ingest.poll();
        ingest.poll();

        var read = ingest.articles.readValuesToList();
        assertThat(read).extracting(Article::getTextSource).containsExactly(TextSource.FEED_FALLBACK, TextSource.PAGE);
        assertThat(read.get(0).getBody()).isEqualTo("Other.");
        assertThat(read.get(1).getBody()).startsWith("The mission on Harbour Street");
        assertThat(ingest.statuses.readValuesToList())
                .last()
                .extracting(FeedStatus::getNewItems)
                .isEqualTo(2);

        ingest.pass(Duration.ofHours(2));
        ingest.poll();
        assertThat(ingest.articles.isEmpty()).isTrue();
    }

    @Test
    void readsNoPageThatTheSiteKeepsFromRobots() {
        ingest.web.serve(URL, rss("https://news.example/private/1|One|g|Teaser."), "a");
        ingest.web.page("https://news.example/private/1", "<html><body><p>Secret.</p></body></html>");
        ingest.web.page("https://news.example/robots.txt", "User-agent: *\nDisallow: /private/\n");
        ingest.feeds.pipeInput("f", feed("f", URL, FullTextMode.ALWAYS));
        ingest.poll();
        ingest.poll();

        assertThat(ingest.articles.readValue().getTextSource()).isEqualTo(TextSource.FEED_FALLBACK);
        assertThat(ingest.web.asked)
                .extracting(request -> request.address().getPath())
                .doesNotContain("/private/1");
    }
}
