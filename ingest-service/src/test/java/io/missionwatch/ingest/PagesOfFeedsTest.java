package io.missionwatch.ingest;

import static io.missionwatch.ingest.DrivenIngest.URL;
import static io.missionwatch.ingest.DrivenIngest.feed;
import static io.missionwatch.ingest.FakeWeb.rss;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.missionwatch.ingest.web.WebAnswer;
import io.missionwatch.schema.Article;
import io.missionwatch.schema.DateProvenance;
import io.missionwatch.schema.FeedStatus;
import io.missionwatch.schema.FullTextMode;
import io.missionwatch.schema.TextSource;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
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
    void goesByTheAgeOfThePageWhereNobodyDatesTheArticle() {
        ingest.web.serve(URL, rss("https://news.example/1|One|g|Teaser."), "a");
        ingest.web.page("https://news.example/1", page("One"), Optional.of("Sun, 01 Mar 2026 08:00:00 GMT"));
        ingest.feeds.pipeInput("f", feed("f", URL, FullTextMode.ALWAYS));
        ingest.poll();
        ingest.poll();

        var read = ingest.articles.readValue();
        assertThat(read.getPublishedProvenance()).isEqualTo(DateProvenance.HEADER);
        assertThat(read.getPublishedAt()).isEqualTo(Instant.parse("2026-03-01T08:00:00Z"));
        assertThat(read.getEventTime()).isEqualTo(read.getPublishedAt());
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
    void asksForNewPagesFirstAndCountsNoTryThatItHasNoRoomFor() {
        serve(60);
        for (int i = 0; i < 60; i++) {
            ingest.web.answer(address(i), failed(WebAnswer.Problem.SERVER_ERROR, 503));
        }
        ingest.feeds.pipeInput("f", feed("f", URL, FullTextMode.ALWAYS));
        pollPages();
        ingest.web.asked.clear();
        serve(120);
        pollPages();

        assertThat(pagesAsked()).hasSize(100);
        assertThat(pagesAsked().subList(0, 60)).allMatch(number -> number >= 60);

        for (int again = 0; again < 4; again++) {
            pollPages();
        }
        assertThat(pagesAsked()).filteredOn(number -> number < 60).hasSize(60 * 3);
    }

    @Test
    void takesNoWholeTextBackBeforeItGivesUpOnThePage() {
        ingest.web.serve(URL, rss("https://news.example/1|One|g|Teaser."), "a");
        ingest.web.page("https://news.example/1", page("One"));
        ingest.feeds.pipeInput("f", feed("f", URL, FullTextMode.ALWAYS));
        ingest.poll();
        ingest.poll();
        ingest.articles.readValuesToList();

        ingest.web.answer("https://news.example/1", failed(WebAnswer.Problem.SERVER_ERROR, 503));
        ingest.web.serve(URL, rss("https://news.example/1|One|g|Another teaser."), "b");
        for (int tries = 0; tries < 3; tries++) {
            pollAgain();
            assertThat(ingest.articles.isEmpty()).isTrue();
        }
        pollAgain();

        assertThat(ingest.articles.readValuesToList())
                .extracting(Article::getRevision, Article::getTextSource)
                .containsExactly(tuple(2, TextSource.FEED_FALLBACK));
    }

    @Test
    void asksForThePageOfAnItemThatGotAnotherNameMeanwhile() {
        var text = "The mission on Harbour Street stayed shut on Monday. ".repeat(5);
        ingest.web.serve(URL, rss("https://news.example/1|One|g|" + text), "a");
        ingest.web.answer("https://news.example/1", failed(WebAnswer.Problem.TIMEOUT, 0));
        ingest.feeds.pipeInput("f", feed("f", URL, FullTextMode.ALWAYS));
        ingest.poll();
        ingest.poll();
        ingest.web.serve(URL, rss("https://news.example/one|One|h|" + text), "b");
        ingest.web.page("https://news.example/one", page("One"));
        pollAgain();

        assertThat(ingest.articles.readValuesToList())
                .extracting(Article::getRevision, Article::getTextSource)
                .containsExactly(tuple(1, TextSource.FEED_FALLBACK), tuple(2, TextSource.PAGE));
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

    @Test
    void readsNoPageBehindARedirectThatItsOwnSiteKeepsFromRobots() {
        ingest.web.serve(
                URL, rss("https://short.example/1|One|g|Teaser.", "https://short.example/2|Two|h|Other."), "a");
        ingest.web.redirect("https://short.example/1", "https://other.example/private/1");
        ingest.web.redirect("https://short.example/2", "https://other.example/2");
        ingest.web.page("https://other.example/private/1", page("One"));
        ingest.web.page("https://other.example/2", page("Two"));
        ingest.web.page("https://other.example/robots.txt", "User-agent: *\nDisallow: /private/\n");
        ingest.feeds.pipeInput("f", feed("f", URL, FullTextMode.ALWAYS));
        ingest.poll();
        ingest.poll();

        assertThat(ingest.articles.readValuesToList())
                .extracting(Article::getTextSource)
                .containsExactly(TextSource.PAGE, TextSource.FEED_FALLBACK);
        assertThat(ingest.web.asked)
                .extracting(request -> request.address().toString())
                .doesNotContain("https://other.example/private/1");
    }

    @Test
    void waitsForADayForARobotsTxtThatCannotBeHad() {
        ingest.web.serve(URL, rss("https://news.example/1|One|g|Teaser."), "a");
        ingest.web.page("https://news.example/1", page("One"));
        ingest.web.answer("https://news.example/robots.txt", failed(WebAnswer.Problem.SERVER_ERROR, 503));
        ingest.feeds.pipeInput("f", feed("f", URL, FullTextMode.ALWAYS));
        ingest.poll();
        for (int again = 0; again < 8; again++) {
            pollAgain();
        }
        assertThat(pagesAsked()).isEmpty();
        ingest.web.page("https://news.example/robots.txt", "User-agent: *\nDisallow: /private/\n");
        pollAgain();

        assertThat(ingest.articles.readValuesToList())
                .extracting(Article::getRevision, Article::getTextSource)
                .containsExactly(tuple(1, TextSource.FEED_FALLBACK), tuple(2, TextSource.PAGE));
    }

    @Test
    void leavesASiteAloneForAsLongAsItAsks() {
        ingest.web.serve(URL, rss("https://news.example/1|One|g|Teaser.", "https://news.example/2|Two|h|Other."), "a");
        ingest.web.answer("https://news.example/2", throttled(Duration.ofHours(3)));
        ingest.web.page("https://news.example/1", page("One"));
        ingest.feeds.pipeInput("f", feed("f", URL, FullTextMode.ALWAYS));
        ingest.poll();
        pollAgain();
        assertThat(pagesAsked()).containsExactly(2);

        ingest.web.page("https://news.example/2", page("Two"));
        pollAgain();
        assertThat(pagesAsked()).containsExactly(2, 2, 1);
        assertThat(ingest.articles.readValuesToList())
                .extracting(Article::getRevision)
                .containsExactly(1, 1, 2, 2);
    }

    @Test
    void doesWithoutAPageWhoseSiteAsksForALongWait() {
        ingest.web.serve(URL, rss("https://news.example/1|One|g|Teaser.", "https://news.example/2|Two|h|Other."), "a");
        ingest.web.answer("https://news.example/2", throttled(Duration.ofHours(12)));
        ingest.feeds.pipeInput("f", feed("f", URL, FullTextMode.ALWAYS));
        for (int again = 0; again < 10; again++) {
            pollAgain();
        }

        assertThat(pagesAsked()).containsExactly(2);
    }

    private static WebAnswer throttled(Duration wait) {
        return new WebAnswer.Failed(WebAnswer.Problem.THROTTLED, "no page", 429, Optional.of(wait));
    }

    /** So many items, the newest, with the highest number, first. */
    private void serve(int count) {
        var items = IntStream.iterate(count - 1, i -> i >= 0, i -> i - 1)
                .mapToObj(i -> "%s|Title %d|g%d|Teaser %d.".formatted(address(i), i, i, i))
                .toArray(String[]::new);
        ingest.web.serve(URL, rss(items), "of " + count);
    }

    private static String address(int number) {
        return "https://news.example/" + number;
    }

    private List<Integer> pagesAsked() {
        return ingest.web.asked.stream()
                .map(request -> request.address().getPath())
                .filter(path -> path.matches("/\\d+"))
                .map(path -> Integer.valueOf(path.substring(1)))
                .toList();
    }

    /** A poll with up to a hundred pages, a few at a time. */
    private void pollPages() {
        ingest.pass(Duration.ofHours(2));
        for (int i = 0; i < 15; i++) {
            ingest.poll();
        }
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
