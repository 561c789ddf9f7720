package io.missionwatch.ingest.doors;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.missionwatch.ingest.doors.Submissions.Outcome;
import io.missionwatch.schema.Article;
import io.missionwatch.schema.DatePrecision;
import io.missionwatch.schema.DateProvenance;
import java.io.ByteArrayInputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ArticleRoutesTest {

    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");
    private static final String TOKEN = "a-token-of-sixteen-characters";
    private static final String ARTICLE =
            "{\"outlet\":\"The Example\",\"url\":\"https://news.example/1\",\"title\":\"One\"}";

    private final List<Article> written = new ArrayList<>();
    private final CountingTally tally = new CountingTally();
    private Outcome outcome = Outcome.WRITTEN;
    private DoorServer server;
    private DoorCalls door;

    @BeforeEach
    void start() {
        open(Optional.empty());
    }

    private void open(Optional<String> token) {
        var settings =
                new DoorSettings(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), token, 100_000, 5_000);
        server = DoorServer.start(settings, new ArticleRoutes(this::take, () -> NOW, tally)::addTo);
        door = new DoorCalls(server.port());
    }

    private Outcome take(List<Article> articles, String trace) {
        if (outcome == Outcome.WRITTEN) {
            written.addAll(articles);
        }
        return outcome;
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void takesOneObject() {
        var answer = door.post("/v1/articles", """
                {"id": "x-1", "outlet": "The Example", "title": "One", "text": "First.\\r\\nSecond.\\u001b[31m",
                 "url": "https://news.example/1?utm_source=x", "published": "2026-03-01", "language": "en",
                 "authors": ["A. Writer"], "source-class": "wire", "reliability": "b", "country": "ke"}
                """);

        assertThat(answer.status()).isEqualTo(202);
        var article = written.get(0);
        assertThat(answer.body().at("/results/0/id").asText()).isEqualTo(article.getArticleId());
        assertThat(article.getBody()).isEqualTo("First.\nSecond.[31m");
        assertThat(article.getUrl()).isEqualTo("https://news.example/1");
        assertThat(article.getFeedId()).isEqualTo("door:api");
        assertThat(article.getPublishedAt()).isEqualTo(Instant.parse("2026-03-01T00:00:00Z"));
        assertThat(article.getPublishedPrecision()).isEqualTo(DatePrecision.DAY);
        assertThat(article.getPublishedProvenance()).isEqualTo(DateProvenance.SUBMITTED);
        assertThat(article.getEventTime()).isEqualTo(article.getPublishedAt());
        assertThat(article.getFetchedAt()).isEqualTo(NOW);
        assertThat(article.getHomeCountry()).isEqualTo("KE");
        assertThat(article.getBackfill()).isFalse();
        assertThat(article.getFingerprint().remaining()).isEqualTo(128);
        assertThat(tally.words).containsExactly("accepted 1");
    }

    @Test
    void takesAnArrayAndLines() {
        var array = door.post("/v1/articles", "[\n" + ARTICLE + ",\n" + ARTICLE.replace("/1", "/2") + "\n]");
        var lines = door.postLines("/v1/articles", ARTICLE + "\n\n" + ARTICLE.replace("/1", "/2") + "\n");

        assertThat(array.status()).isEqualTo(202);
        assertThat(lines.status()).isEqualTo(202);
        assertThat(numbers(array.body())).containsExactly(2, 3);
        assertThat(numbers(lines.body())).containsExactly(1, 3);
        assertThat(array.body().at("/results/0/id")).isEqualTo(lines.body().at("/results/0/id"));
        assertThat(written).extracting(Article::getArticleId).hasSize(4);
    }

    @Test
    void givesThePageOfAnArticleTheSameIdAsAFeedWould() {
        door.post("/v1/articles", ARTICLE);
        door.post("/v1/articles", ARTICLE.replace("https://news", "http://www.news"));

        assertThat(written.get(0).getArticleId()).isEqualTo(written.get(1).getArticleId());
    }

    @Test
    void tellsApartWhatTwoSendersNumberAlike() {
        var numbered = ARTICLE.replace("{", "{\"id\":1,");
        door.post("/v1/articles", numbered);
        door.post("/v1/articles", numbered.replace("One", "One, again"));
        door.post("/v1/articles", numbered.replace("The Example", "Another"));

        assertThat(written.get(0).getArticleId()).isEqualTo(written.get(1).getArticleId());
        assertThat(written.get(0).getArticleId()).isNotEqualTo(written.get(2).getArticleId());
    }

    @Test
    void countsAnUndatedArticleFromItsReceiptAndInventsNoDate() {
        door.post("/v1/articles", ARTICLE);

        assertThat(written.get(0).getPublishedAt()).isNull();
        assertThat(written.get(0).getPublishedProvenance()).isEqualTo(DateProvenance.NONE);
        assertThat(written.get(0).getEventTime()).isEqualTo(NOW);
    }

    @Test
    void keepsADateThatLiesAheadButDoesNotGoByIt() {
        door.post("/v1/articles", ARTICLE.replace("\"title\"", "\"published\":\"2026-04-01T00:00:00Z\",\"title\""));

        assertThat(written.get(0).getPublishedAt()).isEqualTo(Instant.parse("2026-04-01T00:00:00Z"));
        assertThat(written.get(0).getEventTime()).isEqualTo(NOW);
    }

    @Test
    void writesTheGoodAndSaysWhatIsWrongWithTheBad() {
        var answer = door.postLines(
                "/v1/articles", ARTICLE + "\n{\"outlet\":\"X\"}\n{not json}\n" + ARTICLE.replace("title", "titel"));

        assertThat(answer.status()).isEqualTo(207);
        assertThat(answer.body().path("accepted").asInt()).isEqualTo(1);
        assertThat(answer.body().path("refused").asInt()).isEqualTo(3);
        assertThat(answer.body().at("/results/1/error").asText()).isEqualTo("an article has a title, a text or html");
        assertThat(answer.body().at("/results/2/error").asText()).startsWith("not JSON: malformed at column");
        assertThat(answer.body().at("/results/3/error").asText()).startsWith("unknown field 'titel'; known are id,");
        assertThat(written).hasSize(1);
    }

    @Test
    void refusesABodyWithoutAnyArticle() {
        assertThat(door.post("/v1/articles", "").status()).isEqualTo(400);
        assertThat(door.post("/v1/articles", "[]").status()).isEqualTo(400);
        assertThat(door.post("/v1/articles", "17").body().at("/results/0/error").asText())
                .isEqualTo("an article is a JSON object");
        assertThat(door.post("/v1/articles", ARTICLE + ARTICLE).status()).isEqualTo(207);
        assertThat(door.post("/v1/articles", "[".repeat(5_000)).status()).isEqualTo(400);
    }

    @Test
    void promisesNothingUntilKafkaHasIt() {
        outcome = Outcome.BUSY;
        var busy = door.post("/v1/articles", ARTICLE);
        outcome = Outcome.FAILED;
        var failed = door.post("/v1/articles", ARTICLE);

        assertThat(busy.status()).isEqualTo(429);
        assertThat(busy.header("Retry-After")).isEqualTo("1");
        assertThat(failed.status()).isEqualTo(503);
        assertThat(failed.header("Retry-After")).isEqualTo("5");
        assertThat(tally.words).containsExactly("throttled 1", "failed 1");
    }

    @Test
    void refusesTooMuch() {
        var many = IntStream.range(0, 1_001).mapToObj(i -> "{}").collect(Collectors.joining("\n"));
        var large = "[\"" + "x".repeat(200_000) + "\"]";
        var unannounced =
                BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large.getBytes(StandardCharsets.UTF_8)));

        assertThat(door.postLines("/v1/articles", many).status()).isEqualTo(413);
        assertThat(door.post("/v1/articles", large).status()).isEqualTo(413);
        assertThat(door.call("POST", "/v1/articles", unannounced, "Content-Type", "application/json")
                        .status())
                .isEqualTo(413);
        assertThat(written).isEmpty();
    }

    @Test
    void takesJsonAloneAndNothingFromOtherPages() {
        var body = BodyPublishers.ofString(ARTICLE);

        assertThat(door.call("POST", "/v1/articles", body, "Content-Type", "text/plain")
                        .status())
                .isEqualTo(415);
        assertThat(door.call(
                                "POST",
                                "/v1/articles",
                                body,
                                "Content-Type",
                                "application/json",
                                "Content-Encoding",
                                "gzip")
                        .status())
                .isEqualTo(415);
        assertThat(door.call(
                                "POST",
                                "/v1/articles",
                                body,
                                "Content-Type",
                                "application/json",
                                "Origin",
                                "https://evil.example")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void wantsTheTokenOfEveryCallerWhereOneIsSet() {
        server.close();
        open(Optional.of(TOKEN));

        assertThat(door.get("/v1/openapi.json").status()).isEqualTo(401);
        assertThat(door.get("/v1/openapi.json", "Authorization", "Bearer " + TOKEN + "x")
                        .status())
                .isEqualTo(401);
        assertThat(door.get("/v1/openapi.json", "Authorization", "bearer " + TOKEN)
                        .status())
                .isEqualTo(200);
        assertThat(door.post("/v1/articles", ARTICLE).header("WWW-Authenticate"))
                .startsWith("Bearer");
    }

    private static List<Integer> numbers(JsonNode answer) {
        var numbers = new ArrayList<Integer>();
        answer.path("results").forEach(result -> numbers.add(result.path("line").asInt()));
        return numbers;
    }

    /** Writes down what it is told. */
    private static final class CountingTally implements Tally {

        final List<String> words = new ArrayList<>();

        @Override
        public void accepted(int articles) {
            note("accepted", articles);
        }

        @Override
        public void refused(int articles) {
            note("refused", articles);
        }

        @Override
        public void throttled(int articles) {
            note("throttled", articles);
        }

        @Override
        public void failed(int articles) {
            note("failed", articles);
        }

        private void note(String word, int articles) {
            if (articles > 0) {
                words.add(word + " " + articles);
            }
        }
    }
}
