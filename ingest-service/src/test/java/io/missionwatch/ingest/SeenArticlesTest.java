package io.missionwatch.ingest;

import static io.missionwatch.ingest.DrivenIngest.START;
import static io.missionwatch.ingest.DrivenIngest.URL;
import static io.missionwatch.ingest.DrivenIngest.feed;
import static io.missionwatch.ingest.FakeWeb.rss;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.missionwatch.schema.Article;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SeenArticlesTest {

    @RegisterExtension
    private final DrivenIngest ingest = new DrivenIngest();

    @Test
    void takesSubmissionsThroughTheSameDecision() {
        ingest.web.serve(URL, rss("https://news.example/1|One"), "a");
        ingest.feeds.pipeInput("f", feed("f", URL));
        ingest.poll();
        var article = ingest.articles.readValue();

        ingest.submissions.pipeInput(article.getArticleId(), article);
        assertThat(ingest.articles.isEmpty()).isTrue();

        ingest.submissions.pipeInput(
                article.getArticleId(),
                Article.newBuilder(article)
                        .setBody("A longer body than before.")
                        .build());
        assertThat(ingest.articles.readValuesToList())
                .extracting(Article::getRevision)
                .isEqualTo(List.of(2));
    }

    @Test
    void refusesASubmissionUnderAnotherKeyBeforeItIsMixedWithPolledOnes() {
        var article = pushed("one", false);

        assertThatThrownBy(() -> ingest.submissions.pipeInput("another", article))
                .hasStackTraceContaining("check-submissions")
                .hasRootCauseMessage("the key of a submission must be the id of its article");
    }

    @Test
    void writesARevisionWhereTheSummaryAloneHasChanged() {
        var article = pushed("The same words.", false);
        ingest.submissions.pipeInput(
                "a", Article.newBuilder(article).setSummary("Teaser.").build());
        ingest.submissions.pipeInput(
                "a",
                Article.newBuilder(article).setSummary("Teaser, corrected.").build());

        assertThat(ingest.articles.readValuesToList())
                .extracting(Article::getRevision, Article::getSummary)
                .containsExactly(tuple(1, "Teaser."), tuple(2, "Teaser, corrected."));
    }

    @Test
    void takesNothingBackFromTheNewsForAnArchivesCopy() {
        ingest.submissions.pipeInput("a", pushed("In the news.", false));
        ingest.submissions.pipeInput("a", pushed("In the archive, and longer than in the news.", true));

        assertThat(ingest.articles.readValuesToList())
                .extracting(Article::getBody, Article::getBackfill)
                .containsExactly(tuple("In the news.", false));
    }

    @Test
    void letsWhatIsInTheNewsTakeOverFromAnArchivesCopy() {
        ingest.submissions.pipeInput("a", pushed("The same words.", true));
        ingest.submissions.pipeInput("a", pushed("The same words.", true));
        ingest.submissions.pipeInput("a", pushed("The same words.", false));
        ingest.submissions.pipeInput("a", pushed("The same words.", false));

        assertThat(ingest.articles.readValuesToList())
                .extracting(Article::getRevision, Article::getBackfill)
                .containsExactly(tuple(1, true), tuple(2, false));
    }

    private static Article pushed(String text, boolean backfill) {
        return Article.newBuilder()
                .setArticleId("a")
                .setRevision(1)
                .setFeedId("door:api")
                .setOutlet("The Example")
                .setTitle("One")
                .setBody(text)
                .setFetchedAt(START)
                .setEventTime(START)
                .setBackfill(backfill)
                .build();
    }
}
