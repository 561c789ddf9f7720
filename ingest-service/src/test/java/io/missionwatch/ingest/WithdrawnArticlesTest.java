package io.missionwatch.ingest;

import static io.missionwatch.ingest.DrivenIngest.URL;
import static io.missionwatch.ingest.DrivenIngest.feed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.missionwatch.schema.Article;
import io.missionwatch.schema.FullTextMode;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class WithdrawnArticlesTest {

    @RegisterExtension
    private final DrivenIngest ingest = new DrivenIngest();

    @Test
    void takeBackWhatTheyWere() {
        serve("'headline':'Embassy shut','body_text':'Guards closed the road.'", "a");
        ingest.feeds.pipeInput("f", feed("f", URL, FullTextMode.ALWAYS));
        pollAgain();
        serve("'pubstatus':'canceled'", "b");
        pollAgain();
        serve("'pubstatus':'canceled','versioncreated':'2026-03-02T11:00:00Z'", "c");
        pollAgain();

        assertThat(ingest.articles.readValuesToList())
                .extracting(Article::getRevision, Article::getTitle, Article::getBody, Article::getSummary)
                .containsExactly(
                        tuple(1, "Embassy shut", "Guards closed the road.", null),
                        tuple(2, "Withdrawn by the publisher", "", null));
        assertThat(ingest.web.asked)
                .extracting(request -> request.address().getPath())
                .containsOnlyOnce("/1");
    }

    @Test
    void areNothingWhereNobodyHasReadThem() {
        serve("'headline':'Embassy shut','pubstatus':'canceled'", "a");
        ingest.feeds.pipeInput("f", feed("f", URL));
        pollAgain();

        assertThat(ingest.articles.isEmpty()).isTrue();
    }

    @Test
    void areNothingAlsoWhereTheirOlderVersionStandsInTheSameDocument() {
        var usable = "{'uri':'urn:1','headline':'Embassy shut','versioncreated':'2026-03-02T08:00:00Z'}";
        var canceled = "{'uri':'urn:1','pubstatus':'canceled','versioncreated':'2026-03-02T09:00:00Z'}";
        serveAll("a", usable, canceled);
        ingest.feeds.pipeInput("f", feed("f", URL));
        pollAgain();
        serveAll("b", canceled, usable);
        pollAgain();

        assertThat(ingest.articles.isEmpty()).isTrue();
    }

    @Test
    void areNoneWhereADocumentHasTwoVersionsOfOneItem() {
        var first = "{'uri':'urn:1','headline':'Embassy shut','versioncreated':'2026-03-02T08:00:00Z'}";
        var second = "{'uri':'urn:1','headline':'Embassy open','versioncreated':'2026-03-02T09:00:00Z'}";
        serveAll("a", first, second);
        ingest.feeds.pipeInput("f", feed("f", URL));
        pollAgain();
        serveAll("b", second, first);
        pollAgain();

        assertThat(ingest.articles.readValuesToList())
                .extracting(Article::getRevision, Article::getTitle)
                .containsExactly(tuple(1, "Embassy open"));
    }

    @Test
    void areTakenBackAlsoWhereAnotherFeedHadTheLongerText() {
        serve(URL, "'headline':'Embassy shut','body_text':'Guards.'", "a");
        serve(URL + "2", "'headline':'Embassy shut','body_text':'Guards closed the road.'", "a");
        ingest.feeds.pipeInput("f", feed("f", URL));
        pollAgain();
        ingest.feeds.pipeInput("g", feed("g", URL + "2"));
        pollAgain();
        serve(URL, "'pubstatus':'canceled'", "b");
        pollAgain();

        assertThat(ingest.articles.readValuesToList())
                .extracting(Article::getRevision, Article::getBody)
                .containsExactly(tuple(1, "Guards."), tuple(2, "Guards closed the road."), tuple(3, ""));
    }

    @Test
    void comeBackWhenThePublisherLetsThem() {
        serve("'headline':'Embassy shut'", "a");
        ingest.feeds.pipeInput("f", feed("f", URL));
        pollAgain();
        serve("'pubstatus':'canceled'", "b");
        pollAgain();
        serve("'headline':'Embassy shut'", "c");
        pollAgain();

        assertThat(ingest.articles.readValuesToList())
                .extracting(Article::getRevision, Article::getTitle)
                .containsExactly(
                        tuple(1, "Embassy shut"), tuple(2, "Withdrawn by the publisher"), tuple(3, "Embassy shut"));
    }

    @Test
    void waitForTheEndOfTheirEmbargoThoughTheDocumentStaysTheSame() {
        serve("'headline':'Embassy shut','embargoed':'2026-03-02T15:00:00Z'", "a");
        ingest.feeds.pipeInput("f", feed("f", URL));
        pollAgain();
        pollAgain();
        assertThat(ingest.articles.isEmpty()).isTrue();

        pollAgain();
        pollAgain();
        assertThat(ingest.articles.readValuesToList())
                .extracting(Article::getRevision, Article::getTitle)
                .containsExactly(tuple(1, "Embassy shut"));
    }

    @Test
    void waitForAWordOfThePublisherWhileTheyAreWithheld() {
        serve("'headline':'Embassy shut','pubstatus':'withheld'", "a");
        ingest.feeds.pipeInput("f", feed("f", URL));
        pollAgain();
        assertThat(ingest.articles.isEmpty()).isTrue();

        serve("'headline':'Embassy shut','pubstatus':'usable'", "b");
        pollAgain();
        assertThat(ingest.articles.readValuesToList())
                .extracting(Article::getTitle)
                .containsExactly("Embassy shut");
    }

    private void serve(String fields, String etag) {
        serve(URL, fields, etag);
    }

    private void serve(String address, String fields, String etag) {
        var item = "{'uri':'urn:1','url':'https://news.example/1'," + fields + "}";
        ingest.web.serve(address, item.replace('\'', '"'), etag);
    }

    private void serveAll(String etag, String... items) {
        ingest.web.serve(URL, ("[" + String.join(",", items) + "]").replace('\'', '"'), etag);
    }

    private void pollAgain() {
        ingest.poll();
        ingest.pass(Duration.ofHours(2));
        ingest.poll();
        ingest.poll();
    }
}
