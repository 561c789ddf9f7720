package io.missionwatch.ingest;

import static io.missionwatch.ingest.DrivenIngest.URL;
import static io.missionwatch.ingest.DrivenIngest.feed;
import static io.missionwatch.ingest.FakeWeb.rss;
import static org.assertj.core.api.Assertions.assertThat;

import io.missionwatch.schema.Article;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class IngestTopologyTest {

    @RegisterExtension
    private final DrivenIngest ingest = new DrivenIngest();

    @Test
    void keepsItsShape() throws IOException {
        var description = ingest.topology().describe().toString();

        try (var pinned = getClass().getResourceAsStream("/topology.txt")) {
            assertThat(description).isEqualTo(new String(pinned.readAllBytes(), StandardCharsets.UTF_8));
        }
        assertThat(description).doesNotContain("KSTREAM-", "KTABLE-");
    }

    @Test
    void stampsArticlesAsCloudEvents() {
        ingest.web.serve(URL, rss("https://news.example/1|One"), "a");
        ingest.feeds.pipeInput("f", feed("f", URL));
        ingest.poll();

        var record = ingest.articles.readRecord();

        assertThat(record.headers().lastHeader("ce_type").value()).asString().isEqualTo("io.missionwatch.article.read");
        assertThat(record.getRecordTime()).isEqualTo(record.value().getFetchedAt());
    }

    @Test
    void writesEachItemOnceAndItsChangesAsRevisions() {
        ingest.web.serve(URL, rss("https://news.example/1|One", "https://news.example/2|Two"), "a");
        ingest.feeds.pipeInput("f", feed("f", URL));
        ingest.poll();
        assertThat(ingest.articles.readValuesToList())
                .extracting(Article::getTitle)
                .containsExactly("Two", "One");

        ingest.pass(Duration.ofHours(2));
        ingest.poll();
        assertThat(ingest.articles.isEmpty()).isTrue();

        ingest.web.serve(URL, rss("https://news.example/1|One, changed", "https://news.example/2|Two"), "b");
        ingest.pass(Duration.ofHours(2));
        ingest.poll();
        var changed = ingest.articles.readValuesToList();
        assertThat(changed).extracting(Article::getTitle).containsExactly("One, changed");
        assertThat(changed).extracting(Article::getRevision).containsExactly(2);
    }

    @Test
    void writesAStoryOfTwoFeedsOfOneOutletOnce() {
        ingest.web.serve(URL, rss("https://news.example/1?utm_source=rss|One|g1|Short."), "a");
        ingest.web.serve(URL + "2", rss("https://www.news.example/1/|One|g7|Short."), "a");
        ingest.feeds.pipeInput("f", feed("f", URL));
        ingest.feeds.pipeInput("g", feed("g", URL + "2"));
        ingest.poll();
        ingest.poll();
        ingest.poll();

        assertThat(ingest.web.asked).hasSize(2);
        assertThat(ingest.articles.readValuesToList()).hasSize(1);
    }
}
