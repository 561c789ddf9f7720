package io.missionwatch.ingest.doors;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.missionwatch.ingest.feeds.FeedList;
import io.missionwatch.ingest.submissions.SubmissionReader;
import io.missionwatch.schema.FeedStatus;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The description says what the code does. */
class OpenApiTest {

    private final JsonNode description = read();

    @Test
    void describesEveryFieldOfAnArticle() {
        assertThat(names(description.at("/components/schemas/Article/properties")))
                .containsExactlyElementsOf(SubmissionReader.FIELDS);
    }

    @Test
    void describesEveryAnswerToPushedArticles() {
        var responses = description.path("paths").path(ArticleRoutes.PATH).at("/post/responses");

        assertThat(names(responses))
                .containsExactlyInAnyOrder("202", "207", "400", "401", "403", "413", "415", "421", "429", "503");
    }

    @Test
    void describesEveryFieldOfAFeedAndItsStatus() {
        var feed = new LinkedHashMap<String, String>();
        names(description.at("/components/schemas/Feed/properties")).forEach(name -> feed.put(name, ""));
        feed.put("url", "https://news.example/feed");

        assertThat(FeedList.feed(feed).id()).isEqualTo("news-example-feed");
        assertThat(feed.keySet())
                .containsAll(FeedList.fields(FeedList.feed(Map.of("url", "https://news.example/feed")))
                        .keySet());
        assertThat(names(description.at("/components/schemas/Status/properties")))
                .isEqualTo(FeedStatus.getClassSchema().getFields().stream()
                        .map(Schema.Field::name)
                        .toList());
    }

    @Test
    void describesEveryRouteOfFeeds() {
        assertThat(names(description.path("paths")))
                .contains(FeedRoutes.PATH, FeedRoutes.ONE, FeedRoutes.ONE + "/pause", FeedRoutes.ONE + "/resume");
        assertThat(names(description.path("paths").path(FeedRoutes.ONE))).contains("get", "put", "delete");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/v1/feeds             | get    | 200 401 421 503",
                "/v1/feeds/{id}        | get    | 200 401 404 421 503",
                "/v1/feeds/{id}        | put    | 200 201 400 401 403 413 415 421 503",
                "/v1/feeds/{id}        | delete | 204 400 401 403 404 421 503",
                "/v1/feeds/{id}/pause  | post   | 200 400 401 403 404 413 415 421 503",
                "/v1/feeds/{id}/resume | post   | 200 400 401 403 404 413 415 421 503",
            })
    void describesEveryAnswerAboutFeeds(String path, String method, String answers) {
        assertThat(names(description.path("paths").path(path).path(method).path("responses")))
                .containsExactlyInAnyOrder(answers.split(" "));
    }

    @Test
    void namesTheMostArticlesOfARequest() {
        assertThat(description
                        .path("paths")
                        .path(ArticleRoutes.PATH)
                        .at("/post/requestBody/content/application~1json/schema/oneOf/1/maxItems")
                        .asInt())
                .isEqualTo(DoorSettings.MOST_ARTICLES);
    }

    private static List<String> names(JsonNode object) {
        var names = new ArrayList<String>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static JsonNode read() {
        try (var in = OpenApi.class.getResourceAsStream("openapi.json")) {
            return new ObjectMapper().readTree(in);
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }
}
