package io.missionwatch.ingest.doors;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.ContentTooLargeResponse;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.missionwatch.ingest.submissions.SubmissionBody;
import io.missionwatch.ingest.submissions.SubmissionBody.Line;
import io.missionwatch.ingest.submissions.SubmissionReader;
import io.missionwatch.ingest.wire.SubmissionRecords;
import io.missionwatch.schema.Article;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * {@code POST /v1/articles}: takes articles, and answers when they are safe.
 *
 * @param submissions where they go
 * @param clock when they came
 * @param tally told of every answer
 */
record ArticleRoutes(Submissions submissions, InstantSource clock, Tally tally) {

    static final String PATH = "/v1/articles";
    static final String DOOR = "door:api";

    private static final SubmissionReader READER = new SubmissionReader(Optional.empty(), true);
    private static final int SOON = 1;
    private static final int A_WHILE = 5;

    void addTo(RoutesConfig routes) {
        routes.post(PATH, this::take);
    }

    private void take(Context request) {
        var lines = read(request);
        var records = records(lines);
        int refused = lines.size() - records.size();
        if (records.isEmpty()) {
            tally.refused(refused);
            Answers.give(
                    request,
                    HttpStatus.BAD_REQUEST.getCode(),
                    answer(lines, 0).put("error", "no article could be taken"));
            return;
        }
        var trace = Optional.ofNullable(request.header("traceparent")).orElse("");
        switch (submissions.write(records, trace)) {
            case WRITTEN -> {
                tally.refused(refused);
                tally.accepted(records.size());
                Answers.give(request, refused == 0 ? 202 : 207, answer(lines, records.size()));
            }
            case BUSY -> {
                tally.throttled(records.size());
                Answers.later(request, 429, SOON, "too many articles are under way; send all of these again");
            }
            case FAILED -> {
                tally.failed(records.size());
                Answers.later(request, 503, A_WHILE, "Kafka did not take the articles; send all of these again");
            }
        }
    }

    private static List<Line> read(Context request) {
        var body = request.body();
        var lines = DoorKeeper.mediaType(request).equals("application/json")
                ? SubmissionBody.json(body, DoorSettings.MOST_ARTICLES, READER)
                : SubmissionBody.lines(body, DoorSettings.MOST_ARTICLES, READER);
        if (lines.isEmpty()) {
            throw new BadRequestResponse("the body holds no articles");
        }
        if (lines.size() > DoorSettings.MOST_ARTICLES) {
            throw new ContentTooLargeResponse("at most " + DoorSettings.MOST_ARTICLES + " articles a request");
        }
        return lines;
    }

    private List<Article> records(List<Line> lines) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return lines.stream()
                .flatMap(line -> line.article().stream())
                .map(article -> SubmissionRecords.toRecord(article, DOOR, now))
                .toList();
    }

    private static ObjectNode answer(List<Line> lines, int accepted) {
        var answer = Answers.NODES.objectNode().put("accepted", accepted).put("refused", lines.size() - accepted);
        var results = answer.putArray("results");
        for (var line : lines) {
            var result = results.addObject().put("line", line.line());
            line.article()
                    .ifPresentOrElse(
                            article -> result.put("id", article.articleId()), () -> result.put("error", line.fault()));
        }
        return answer;
    }
}
