package io.missionwatch.e2e;

import io.missionwatch.schema.ActionKind;
import io.missionwatch.schema.ActorEntry;
import io.missionwatch.schema.AlertAction;
import io.missionwatch.schema.Article;
import io.missionwatch.schema.Feed;
import io.missionwatch.schema.Pattern;
import io.missionwatch.schema.PatternMode;
import io.missionwatch.schema.PlaceEntry;
import io.missionwatch.schema.Suppression;
import io.missionwatch.schema.SuppressionKind;
import io.missionwatch.schema.WatchList;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Good records of each topic that a service reads: a bombing, and what operators write. */
final class News {

    static final String PATTERN_ID = "0f6d1f0e-3c0f-4f0a-9b63-6f1d3a5b7c21";

    private static final Instant NOON = Instant.parse("2026-03-04T12:00:00Z");

    private News() {}

    static Article bombing(String articleId, int revision) {
        return Article.newBuilder()
                .setArticleId(articleId)
                .setRevision(revision)
                .setFeedId("herald")
                .setOutlet("Castellan Herald")
                .setTitle("Car bomb outside Norwegian embassy in Khartoum kills three")
                .setBody("KHARTOUM - A car bomb exploded outside the Norwegian embassy in Khartoum on Wednesday,"
                        + " killing three guards, the police said.")
                .setPublishedAt(NOON)
                .setFetchedAt(NOON)
                .setEventTime(NOON)
                .build();
    }

    static Feed feed(String id) {
        return Feed.newBuilder()
                .setId(id)
                .setUrl("http://127.0.0.1:9/" + id)
                .setOutlet("Nobody")
                .build();
    }

    /** The pattern of the README's example. */
    static Pattern pattern() {
        var file = Repository.root().resolve("deploy/quickstart/examples/patterns/attack-in-the-sudan.yaml");
        try {
            return Pattern.newBuilder()
                    .setPatternId(PATTERN_ID)
                    .setYaml(Files.readString(file))
                    .setVersion(1)
                    .setMode(PatternMode.LIVE)
                    .setChangedAt(NOON)
                    .build();
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    static Suppression suppression() {
        return Suppression.newBuilder()
                .setSuppressionId("works")
                .setKind(SuppressionKind.MAINTENANCE)
                .setMatchers(Map.of("hostState", "CH"))
                .setStartsAt(NOON)
                .setExpiresAt(NOON.plusSeconds(60))
                .setReason("works")
                .build();
    }

    static WatchList watchList() {
        return WatchList.newBuilder()
                .setWatchListId("ours")
                .setName("Ours")
                .setSites(List.of())
                .build();
    }

    static ActorEntry actor(String id) {
        return ActorEntry.newBuilder().setId(id).setName("Zarbul Lashkaran").build();
    }

    static PlaceEntry place(String id) {
        return PlaceEntry.newBuilder()
                .setId(id)
                .setName("Kart-e-Example")
                .setCountryCode("AF")
                .setLatitude(34.5)
                .setLongitude(69.1)
                .build();
    }

    static AlertAction comment(String alertId) {
        return AlertAction.newBuilder()
                .setActionId("comment-on-" + alertId)
                .setAlertId(alertId)
                .setKind(ActionKind.COMMENT)
                .setBy("night-desk")
                .setAt(NOON)
                .setReason("Called the embassy.")
                .build();
    }
}
