package io.missionwatch.ingest;

import static io.missionwatch.ingest.DrivenIngest.URL;
import static io.missionwatch.ingest.DrivenIngest.feed;
import static io.missionwatch.ingest.FakeWeb.rss;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.missionwatch.ingest.articles.ArticleId;
import io.missionwatch.ingest.articles.PageLink;
import io.missionwatch.ingest.web.WebAnswer;
import io.missionwatch.schema.Article;
import io.missionwatch.schema.FullTextMode;
import io.missionwatch.schema.TextSource;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PagesOfOneStoryTest {

    private static final String OTHER_URL = "https://news.example/africa/feed";
    private static final String STORY = "https://news.example/2026/embassy";
    private static final String WORLD = "https://news.example/world/embassy";
    private static final String AFRICA = "https://news.example/africa/embassy";

    @RegisterExtension
    private final DrivenIngest ingest = new DrivenIngest();

    @Test
    void areOneArticleWhereTheyCallOneAddressTheirOwn() {
        ingest.web.page(WORLD, page("Embassy shut", STORY, "harbour"));
        ingest.web.page(AFRICA, page("Embassy shut", STORY, "harbour"));
        poll("world", URL, WORLD + "|Embassy shut|g|Teaser.");
        poll("africa", OTHER_URL, AFRICA + "|Embassy shut|h|Another teaser.");
        poll("plain", "https://news.example/plain", STORY + "|Embassy shut|i|Third teaser.");

        assertThat(ingest.articles.readValuesToList())
                .extracting(Article::getArticleId, Article::getRevision, Article::getUrl)
                .containsExactly(tuple(id(WORLD), 1, STORY));
    }

    @Test
    void stayTheArticleWhenAnEditComesWithoutThem() {
        ingest.web.page(WORLD, page("Embassy shut", STORY, "harbour"));
        poll("world", URL, WORLD + "|Embassy shut|g|Teaser.");
        ingest.web.page(WORLD, "<html></html>");
        poll("world", URL, WORLD + "|Embassy shut again|g|Teaser.");

        assertThat(ingest.articles.readValuesToList())
                .extracting(Article::getArticleId, Article::getRevision)
                .containsExactly(tuple(id(WORLD), 1), tuple(id(WORLD), 2));
    }

    @Test
    void makeNoSecondArticleOfOneThatWasReadWithoutThem() {
        poll("world", URL, WORLD + "|Embassy shut|g|Teaser.");
        ingest.web.page(WORLD, page("Embassy shut", STORY, "harbour"));
        poll("world", URL, WORLD + "|Embassy shut again|g|Teaser.");

        assertThat(ingest.articles.readValuesToList())
                .extracting(Article::getArticleId, Article::getRevision)
                .containsExactly(tuple(id(WORLD), 1), tuple(id(WORLD), 2));
    }

    @Test
    void cannotTakeThePlaceOfAnotherSitesStoryOrOfTheFrontPage() {
        ingest.web.page(WORLD, page("Embassy shut", "https://other.example/2026/embassy", "harbour"));
        ingest.web.page(AFRICA, page("Embassy open", "https://news.example/", "hill"));
        poll("world", URL, WORLD + "|Embassy shut|g|Teaser.", AFRICA + "|Embassy open|h|Teaser.");

        assertThat(ingest.articles.readValuesToList())
                .extracting(Article::getArticleId, Article::getUrl)
                .containsExactly(tuple(id(AFRICA), AFRICA), tuple(id(WORLD), WORLD));
    }

    @Test
    void areSeveralArticlesWhereASiteGivesOneAddressToDifferentTexts() {
        ingest.web.page(WORLD, page("Embassy shut", "https://news.example/live", "harbour"));
        ingest.web.page(AFRICA, page("Consulate open", "https://news.example/live", "hill"));
        poll("world", URL, WORLD + "|Embassy shut|g|Teaser.", AFRICA + "|Consulate open|h|Teaser.");
        ingest.articles.readValuesToList();
        ingest.web.page(WORLD, page("Embassy shut for days", "https://news.example/live", "harbour"));
        poll("world", URL, WORLD + "|Embassy shut for days|g|Teaser.", AFRICA + "|Consulate open|h|Teaser.");

        assertThat(ingest.articles.readValuesToList())
                .extracting(Article::getArticleId, Article::getRevision, Article::getUrl)
                .containsExactly(tuple(id(WORLD), 2, WORLD));
    }

    @Test
    void areOneArticleUnderTwoAddressesInOneFeedWhereTheTextIsTheSame() {
        ingest.web.page(WORLD, page("Embassy shut", STORY, "harbour"));
        ingest.web.page(AFRICA, page("Embassy shut", STORY, "harbour"));
        poll("world", URL, WORLD + "|Embassy shut|g|Teaser.", AFRICA + "|Embassy shut|h|Teaser.");

        assertThat(ingest.articles.readValuesToList())
                .extracting(Article::getArticleId)
                .containsExactly(id(AFRICA));
    }

    @Test
    void areOneArticleWhereOneIsTheAddressThatTheOtherCallsItsOwn() {
        ingest.web.page(AFRICA, page("Embassy shut", WORLD, "harbour"));
        ingest.web.page(WORLD, page("Embassy shut", WORLD, "harbour"));
        poll("world", URL, WORLD + "|Embassy shut|g|Teaser.", AFRICA + "|Embassy shut|h|Teaser.");

        assertThat(ingest.articles.readValuesToList())
                .extracting(Article::getArticleId, Article::getRevision)
                .containsExactly(tuple(id(AFRICA), 1));
    }

    @Test
    void cannotTakeThePlaceOfAnItemThatWasReadWithoutItsPage() {
        poll("world", URL, WORLD + "|Embassy shut|g|The whole report.");
        ingest.web.page(AFRICA, page("Consulate open", WORLD, "hill"));
        poll("world", URL, AFRICA + "|Consulate open|h|Teaser.", WORLD + "|Embassy shut|g|The whole report.");

        assertThat(ingest.articles.readValuesToList())
                .extracting(Article::getArticleId, Article::getRevision, Article::getTitle)
                .containsExactly(tuple(id(WORLD), 1, "Embassy shut"), tuple(id(AFRICA), 1, "Consulate open"));
    }

    @Test
    void cannotTakeThePlaceOfAnItemOfTheSameDocument() {
        ingest.web.page(AFRICA, page("Consulate open", WORLD, "hill"));
        ingest.web.page(WORLD, page("Embassy shut", WORLD, "harbour"));
        poll("world", URL, WORLD + "|Embassy shut|g|Teaser.", AFRICA + "|Consulate open|h|Teaser.");

        assertThat(ingest.articles.readValuesToList())
                .extracting(Article::getArticleId, Article::getRevision, Article::getTitle)
                .containsExactlyInAnyOrder(tuple(id(WORLD), 1, "Embassy shut"), tuple(id(AFRICA), 1, "Consulate open"));
    }

    @Test
    void leaveTheirNameToTheItemThatIsLinkedByIt() {
        ingest.web.page(AFRICA, page("Consulate open", WORLD, "hill"));
        poll("world", URL, AFRICA + "|Consulate open|h|Teaser.");
        ingest.web.page(WORLD, page("Embassy shut", WORLD, "harbour"));
        poll("world", URL, WORLD + "|Embassy shut|g|Teaser.", AFRICA + "|Consulate open|h|Teaser.");

        assertThat(ingest.articles.readValuesToList())
                .extracting(Article::getArticleId, Article::getRevision)
                .containsExactly(tuple(id(AFRICA), 1), tuple(id(WORLD), 1));
    }

    @Test
    void areARevisionWhereAnItemComesByTheNameThatItsPageHadAlready() {
        ingest.web.page(AFRICA, page("Embassy shut", WORLD, "hill"));
        poll("world", URL, AFRICA + "|Embassy shut|h|Teaser.");
        ingest.web.page(WORLD, page("Embassy shut", WORLD, "harbour"));
        poll("world", URL, WORLD + "|Embassy shut|g|Teaser.");

        assertThat(ingest.articles.readValuesToList())
                .extracting(Article::getArticleId, Article::getRevision)
                .containsExactly(tuple(id(AFRICA), 1), tuple(id(AFRICA), 2));
    }

    @Test
    void cannotTakeThePlaceOfAnArticleThatIsKnownForLongerThanItsFeedCarriedIt() {
        ingest.web.page(WORLD, page("Embassy shut", STORY, "harbour"));
        poll("world", URL, WORLD + "|Embassy shut|g|Teaser.");
        ingest.articles.readValuesToList();
        ingest.pass(Duration.ofDays(100));
        ingest.web.page(AFRICA, page("Consulate open", STORY, "hill"));
        poll("world", URL, AFRICA + "|Consulate open|h|Teaser.");

        assertThat(ingest.articles.readValuesToList())
                .extracting(Article::getArticleId, Article::getRevision)
                .containsExactly(tuple(id(AFRICA), 1));
    }

    @Test
    void areTheArticleOfTheirLinkAlsoInAFeedThatReadsNone() {
        ingest.web.page(WORLD, page("Embassy shut", STORY, "harbour"));
        poll("world", URL, WORLD + "|Embassy shut|g|Teaser.");
        pollWithoutPages("plain", OTHER_URL, WORLD + "|Breaking: embassy shut|h|Another teaser.");

        assertThat(ingest.articles.readValuesToList())
                .extracting(Article::getArticleId, Article::getRevision)
                .containsExactly(tuple(id(WORLD), 1));
    }

    @Test
    void areOneArticleWhicheverOfItsAddressesAFeedLinksLater() {
        ingest.web.page(WORLD, page("Embassy shut", STORY, "harbour"));
        ingest.web.page(AFRICA, page("Embassy shut", STORY, "harbour"));
        poll("world", URL, WORLD + "|Embassy shut|g|Teaser.");
        poll("africa", OTHER_URL, AFRICA + "|Embassy shut|h|Teaser.");
        pollWithoutPages("plain", "https://news.example/plain", AFRICA + "|Breaking: embassy shut|i|Teaser.");

        assertThat(ingest.articles.readValuesToList())
                .extracting(Article::getArticleId, Article::getRevision)
                .containsExactly(tuple(id(WORLD), 1));
    }

    @Test
    void areNotBelievedAboutAnItemOfAnotherTitleThatHasNoPage() {
        ingest.web.page(WORLD, page("Embassy shut", STORY, "harbour"));
        poll("world", URL, WORLD + "|Embassy shut|g|Teaser.");
        pollWithoutPages("plain", OTHER_URL, STORY + "|Consulate open|h|Teaser.");

        assertThat(ingest.articles.readValuesToList())
                .extracting(Article::getArticleId, Article::getTitle)
                .containsExactly(tuple(id(WORLD), "Embassy shut"), tuple(id(STORY), "Consulate open"));
    }

    @Test
    void areNotTakenBackByATeaserWhereAnotherFeedKnewTheStoryFirst() {
        pollWithoutPages("plain", OTHER_URL, STORY + "|Embassy shut|h|Teaser.");
        ingest.web.page(WORLD, page("Embassy shut", STORY, "harbour"));
        poll("world", URL, WORLD + "|Embassy shut|g|Teaser.");
        ingest.web.answer(WORLD, new WebAnswer.Failed(WebAnswer.Problem.TIMEOUT, "no answer", 0, Optional.empty()));
        poll("world", URL, WORLD + "|Embassy shut again|g|Teaser.");

        assertThat(ingest.articles.readValuesToList())
                .extracting(Article::getArticleId, Article::getTextSource)
                .startsWith(tuple(id(STORY), TextSource.FEED), tuple(id(STORY), TextSource.PAGE))
                .hasSize(2);
    }

    @Test
    void areAnotherArticleOnceTheFirstIsForgotten() {
        ingest.web.page(WORLD, page("Embassy shut", STORY, "harbour"));
        poll("world", URL, WORLD + "|Embassy shut|g|Teaser.");
        ingest.articles.readValuesToList();
        ingest.web.serve(URL, rss(), "nothing");
        ingest.pass(DrivenIngest.KEPT.plusDays(1));
        ingest.web.page(AFRICA, page("Embassy shut", STORY, "harbour"));
        poll("africa", OTHER_URL, AFRICA + "|Embassy shut|h|Teaser.");

        assertThat(ingest.articles.readValuesToList())
                .extracting(Article::getArticleId, Article::getRevision)
                .containsExactly(tuple(id(AFRICA), 1));
    }

    @Test
    void isOneArticleStillWhenItIsEditedUnderANewAddress() {
        var text = "The mission on Harbour Street stayed shut on Monday. "
                .repeat(5)
                .strip();
        poll("world", URL, WORLD + "|Embassy shut|g|" + text);
        poll("world", URL, AFRICA + "|Embassy shut|h|" + text);
        poll("world", URL, AFRICA + "|Embassy shut|h|" + text + " It opens on Tuesday.");

        assertThat(ingest.articles.readValuesToList())
                .extracting(Article::getArticleId, Article::getRevision)
                .containsExactly(tuple(id(WORLD), 1), tuple(id(WORLD), 2));
    }

    private void poll(String feed, String url, String... items) {
        poll(feed, url, FullTextMode.ALWAYS, items);
    }

    private void pollWithoutPages(String feed, String url, String... items) {
        poll(feed, url, FullTextMode.NEVER, items);
    }

    private void poll(String feed, String url, FullTextMode pages, String... items) {
        ingest.web.serve(url, rss(items), String.join("", List.of(items)));
        ingest.feeds.pipeInput(feed, feed(feed, url, pages));
        ingest.pass(Duration.ofHours(2));
        ingest.poll();
        ingest.poll();
    }

    private static String id(String link) {
        return ArticleId.ofLink("The Example", PageLink.of(link).orElseThrow());
    }

    private static String page(String title, String canonical, String where) {
        var text = "The mission on the %s stayed shut on Monday while officers searched the road outside. "
                .formatted(where)
                .repeat(5);
        return ("<html><head><link rel='canonical' href='%s'></head><body><article><h1>%s</h1><p>%s</p><p>%s</p>"
                        + "</article></body></html>")
                .formatted(canonical, title, text, text);
    }
}
