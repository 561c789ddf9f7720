package io.missionwatch.ingest;

import static io.missionwatch.ingest.DrivenIngest.URL;
import static io.missionwatch.ingest.DrivenIngest.feed;
import static io.missionwatch.ingest.FakeWeb.rss;
import static org.assertj.core.api.Assertions.assertThat;

import io.missionwatch.ingest.web.WebAnswer;
import io.missionwatch.schema.Article;
import io.missionwatch.schema.FeedStatus;
import io.missionwatch.schema.FullTextMode;
import io.missionwatch.schema.TextSource;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PagesOfFeedsTest {

    @RegisterExtension
    private final DrivenIngest ingest = new DrivenIngest();

    @Test
    void takesTheWholeArticleFromItsPage() {
        ingest.web.serve(URL, rss("https://news.example/1|One|g|Teaser.", "https://news.example/2|Two|h|Other."), "a");
        ingest.web.page("https://news.example/1", page("One"));
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
    void asksAgainForAPageThatCouldNotBeHad() {
        ingest.web.serve(URL, rss("https://news.example/1|One|g|Teaser.", "https://news.example/2|Two|h|Other."), "a");
        ingest.web.answer("https://news.example/1", failed(WebAnswer.Problem.TIMEOUT, 0));
        ingest.web.answer("https://news.example/2", failed(WebAnswer.Problem.NOT_FOUND, 404));
        ingest.feeds.pipeInput("f", feed("f", URL, FullTextMode.ALWAYS));
        ingest.poll();
        ingest.poll();
        assertThat(ingest.articles.readValuesToList())
                .extracting(Article::getTextSource)
                .containsExactly(TextSource.FEED_FALLBACK, TextSource.FEED_FALLBACK);

        ingest.web.page("https://news.example/1", page("One"));
        ingest.web.page("https://news.example/2", page("Two"));
        pollAgain();

        var revised = ingest.articles.readValuesToList();
        assertThat(revised).extracting(Article::getTitle).containsExactly("One");
        assertThat(revised).extracting(Article::getRevision).containsExactly(2);
        assertThat(revised).extracting(Article::getTextSource).containsExactly(TextSource.PAGE);
        assertThat(ingest.statuses.readValuesToList())
                .last()
                .extracting(FeedStatus::getNewItems)
                .isEqualTo(0);
    }

    @Test
    void givesUpOnAPageAfterFourTries() {
        ingest.web.serve(URL, rss("https://news.example/1|One|g|Teaser."), "a");
        ingest.web.answer("https://news.example/1", failed(WebAnswer.Problem.SERVER_ERROR, 503));
        ingest.feeds.pipeInput("f", feed("f", URL, FullTextMode.ALWAYS));
        ingest.poll();
        ingest.poll();
        for (int again = 0; again < 6; again++) {
            pollAgain();
        }

        assertThat(ingest.web.asked)
                .filteredOn(request -> request.address().getPath().equals("/1"))
                .hasSize(4);
        assertThat(ingest.articles.readValuesToList()).hasSize(1);
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

    private void pollAgain() {
        ingest.pass(Duration.ofHours(2));
        ingest.poll();
        ingest.poll();
    }

    private static WebAnswer failed(WebAnswer.Problem problem, int status) {
        return new WebAnswer.Failed(problem, "no page", status, Optional.empty());
    }

    private static String page(String title) {
        var text = "The mission on Harbour Street stayed shut on Monday while officers searched the road outside. "
                .repeat(5);
        return "<html><body><article><h1>%s</h1><p>%s</p><p>%s</p></article></body></html>"
                .formatted(title, text, text);
    }
}
