package io.missionwatch.enrich.actors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.missionwatch.enrich.places.Countries;
import io.missionwatch.enrich.text.Document;
import io.missionwatch.enrich.text.Mention;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.yaml.snakeyaml.Yaml;

class ActorTaggerTest {

    private static final ActorTagger TAGGER = new ActorTagger(ActorLexicon.load(Countries.load()));

    @TestFactory
    Stream<DynamicTest> tellsWhoActs() throws IOException {
        try (var cases = ActorTaggerTest.class.getResourceAsStream("/cases/actors.yaml")) {
            List<Map<String, Object>> rows = new Yaml().load(cases);
            return rows.stream()
                    .map(row -> DynamicTest.dynamicTest((String) row.get("text"), () -> {
                        var day = Optional.ofNullable((Date) row.get("day")).map(Date::toInstant);
                        var tags = TAGGER.tag(document((String) row.get("text"), day));

                        assertThat(tags)
                                .extracting(tag -> tag.id() + " " + tag.type())
                                .isEqualTo(row.get("actors"));
                    }));
        }
    }

    @Test
    void tagsWhatPointsBackToAGroup() {
        var tags = TAGGER.tag(
                Document.of("", "Boko Haram raided the town. The militant group burnt it. A group of boys fled."));

        assertThat(tags)
                .singleElement()
                .satisfies(tag -> assertThat(tag.mentions())
                        .extracting(Mention::text)
                        .containsExactly("Boko Haram", "The militant group"));
    }

    @Test
    void takesAnAcronymAsTheTextDefinesIt() {
        var tags = TAGGER.tag(
                Document.of("", "The Front for Mountain Liberation (FML) struck. Later the FML struck again."));

        assertThat(tags)
                .singleElement()
                .satisfies(tag -> assertThat(tag.mentions()).hasSize(3));
    }

    @Test
    void readsANameAgainOnlyWhereThePlaceChangesWhomItMeans() {
        var reading = TAGGER.read(Document.of("", "Daesh struck in Jalalabad."), ActorHints.NONE);

        assertThat(reading.isBoundToPlaces()).isTrue();
        assertThat(reading.tags()).extracting(ActorTag::id).containsExactly("islamic-state");
        assertThat(reading.within("AF")).extracting(ActorTag::id).containsExactly("islamic-state-khorasan");
        assertThat(reading.within("SY")).isEqualTo(reading.tags());
    }

    @Test
    void readsHostileTextInTime() {
        var hostile = List.of(
                "Liberation Army ".repeat(20_000),
                "the group ".repeat(20_000),
                "Taliban ".repeat(20_000),
                "group calling itself ".repeat(10_000),
                "\"".repeat(50_000),
                "Front (".repeat(30_000),
                "(AB) ".repeat(30_000),
                "Front for Liberation (XY) XY ".repeat(4_000));

        for (var text : hostile) {
            assertTimeoutPreemptively(Duration.ofSeconds(10), () -> TAGGER.tag(Document.of(text, text)));
        }
    }

    private static Document document(String text, Optional<Instant> day) {
        return Document.of("", text, Optional.empty(), day);
    }
}
