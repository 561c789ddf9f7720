package io.missionwatch.enrich.events.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.missionwatch.enrich.events.words.LanguagePack;
import io.missionwatch.enrich.text.Document;
import io.missionwatch.enrich.text.Token;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.yaml.snakeyaml.Yaml;

class TimeReaderTest {

    private static final TimeReader READER =
            new TimeReader(LanguagePack.load("en").time());

    @TestFactory
    Stream<DynamicTest> readsTimesAsTheCasesSay() throws IOException {
        try (var stream = getClass().getResourceAsStream("/cases/events/time.yaml")) {
            List<Map<String, Object>> cases = new Yaml().load(stream);
            return cases.stream().map(one -> DynamicTest.dynamicTest((String) one.get("text"), () -> check(one)));
        }
    }

    private static void check(Map<String, Object> one) {
        var text = (String) one.get("text");
        var anchor = new Anchor(Optional.ofNullable(one.get("published")).map(TimeReaderTest::day));
        var tokens = Document.of("", text).tokens();

        var found = READER.read(tokens, anchor);

        assertThat(found.stream().map(time -> told(text, tokens, time)))
                .isEqualTo(expected(one).stream().map(TimeReaderTest::wanted).toList());
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> expected(Map<String, Object> one) {
        return (List<Map<String, Object>>) one.get("times");
    }

    private static String wanted(Map<String, Object> time) {
        var days = time.containsKey("start") ? " " + day(time.get("start")) + ".." + day(time.get("end")) : "";
        return time.get("words") + " " + time.get("relation") + days;
    }

    private static String told(String text, List<Token> tokens, TimeExpression time) {
        var words = text.substring(
                tokens.get(time.first()).start(), tokens.get(time.end() - 1).end());
        var days = time.when()
                .start()
                .map(start -> " " + start.atZone(ZoneOffset.UTC).toLocalDate() + ".."
                        + time.when().end().orElseThrow().atZone(ZoneOffset.UTC).toLocalDate())
                .orElse("");
        return words + " " + time.relation() + days;
    }

    private static LocalDate day(Object value) {
        return value instanceof java.util.Date date
                ? date.toInstant().atZone(ZoneOffset.UTC).toLocalDate()
                : LocalDate.parse(value.toString());
    }

    @Property(tries = 100)
    void readsAnyText(@ForAll String text, @ForAll int number) {
        var tokens = Document.of(
                        "", text + " " + number + " May " + number + "/" + number + "/" + number + " years ago")
                .tokens();

        assertThatCode(() -> READER.read(tokens, new Anchor(Optional.of(LocalDate.of(2023, 2, 15)))))
                .doesNotThrowAnyException();
    }
}
