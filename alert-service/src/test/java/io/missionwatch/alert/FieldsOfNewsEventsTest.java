package io.missionwatch.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.missionwatch.alert.patterns.PatternCompiler;
import io.missionwatch.alert.patterns.PatternText;
import io.missionwatch.alert.view.PatternView;
import io.missionwatch.schema.Count;
import io.missionwatch.schema.EventActor;
import io.missionwatch.schema.EventType;
import io.missionwatch.schema.Role;
import io.missionwatch.serde.TrustedRecords;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The fields that patterns may name are those that events have, and no others. */
class FieldsOfNewsEventsTest {

    @BeforeAll
    static void loadsRecords() {
        TrustedRecords.trust();
    }

    @TestFactory
    Stream<DynamicTest> patternsMayNameWhatEventsHave() {
        return full().entrySet().stream()
                .map(object -> DynamicTest.dynamicTest(object.getKey(), () -> namesThose(object)));
    }

    private static void namesThose(Map.Entry<String, Object> object) {
        var fields = object.getValue() instanceof List<?> list ? list.get(0) : object.getValue();
        var names = ((Map<?, ?>) fields).keySet().stream().map(String::valueOf).toList();

        var faults = PatternCompiler.compile(pattern(object.getKey() + ".no_such_field"))
                .faults();

        assertThat(faults)
                .singleElement()
                .asString()
                .endsWith("; " + object.getKey() + " has " + String.join(", ", names));
        assertThat(names)
                .allSatisfy(name -> assertThat(PatternCompiler.compile(pattern(object.getKey() + "." + name))
                                .isValid())
                        .isTrue());
    }

    private static Map<String, Object> full() {
        var news = News.event(News.article("a", 0, "example", News.NOON), "e", EventType.ATTACK);
        var event = news.getEvent();
        event.setKilled(Count.newBuilder().setMin(1).build());
        event.setWounded(Count.newBuilder().setMin(2).build());
        event.getOccurred().setStart(News.NOON);
        event.getPlace().setAdmin1("Kabul");
        event.setActors(List.of(EventActor.newBuilder()
                .setId("one")
                .setName("One")
                .setRole(Role.PERPETRATOR)
                .setCountry("AF")
                .build()));
        return PatternView.of(news.getArticle(), event);
    }

    private static PatternText pattern(String field) {
        return PatternText.of("p", """
                title: A field
                id: 5a8ab9f0-1b0b-4d6f-9d6a-1d3b8c8f1c11
                logsource: {product: missionwatch, category: news_event}
                detection: {sel: {%s: x}, condition: sel}
                """.formatted(field));
    }
}
