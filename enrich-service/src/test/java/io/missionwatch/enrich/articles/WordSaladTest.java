package io.missionwatch.enrich.articles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.missionwatch.enrich.BuiltIn;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Words and marks that rules look at, side by side in every way: a rule that asks beyond a sentence's end fails here. */
class WordSaladTest {

    private static final List<String> WORDS = List.of("""
            ' 's - , . : ; ( ) " \u201c \u201d \u2018 \u2019 \u2014 the of in at by and or for not no its former two 12 1983 March Monday
            U.S. Mr. (AP) Russian Russia Kabul embassy embassies consulate mission ambassador Embassy's residence attacked bombed
            killed wounded killing bomb explosion threatened warned plot evacuated closed said claimed responsibility denied
            gunmen Taliban group forces who which that if would will was were after since last ago against outside near police
            spokesman according to told between from with hotel street week years
            """.split("\\s+"));
    private static final int SALADS = 10_000;
    private static final int LONGEST = 12;

    @ParameterizedTest
    @ValueSource(strings = {"en", "es", "ru"})
    void anyTwoWordsAreRead(String language) {
        for (var first : WORDS) {
            for (var second : WORDS) {
                check(first + " " + second, language);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void anyWordsAreRead(long seed) {
        var random = new Random(seed);
        for (int i = 0; i < SALADS; i++) {
            check(
                    IntStream.range(0, 3 + random.nextInt(LONGEST - 2))
                            .mapToObj(any -> WORDS.get(random.nextInt(WORDS.size())) + blank(random))
                            .collect(Collectors.joining()),
                    "en");
        }
    }

    private static String blank(Random random) {
        return List.of(" ", " ", " ", " ", " ", "", "\n").get(random.nextInt(7));
    }

    private static void check(String text, String language) {
        var article = new ArticleText(
                text,
                text,
                Optional.of(language),
                Optional.of(Instant.parse("2026-03-02T12:00:00Z")),
                Optional.empty(),
                "salad");

        assertThatCode(() -> assertThat(BuiltIn.ENRICHER.enrich(article).missions())
                        .allSatisfy(mission -> assertThat(mission.mentions()).isNotEmpty()))
                .as(text)
                .doesNotThrowAnyException();
    }
}
