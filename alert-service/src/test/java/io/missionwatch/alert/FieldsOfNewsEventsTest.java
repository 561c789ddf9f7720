package io.missionwatch.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.missionwatch.alert.patterns.PatternCompiler;
import io.missionwatch.alert.patterns.PatternText;
import io.missionwatch.alert.view.PatternView;
import io.missionwatch.schema.ActorType;
import io.missionwatch.schema.Count;
import io.missionwatch.schema.EventActor;
import io.missionwatch.schema.EventType;
import io.missionwatch.schema.Means;
import io.missionwatch.schema.MissionType;
import io.missionwatch.schema.Modality;
import io.missionwatch.schema.PlaceType;
import io.missionwatch.schema.Reliability;
import io.missionwatch.schema.Role;
import io.missionwatch.schema.SourceClass;
import io.missionwatch.schema.Temporal;
import io.missionwatch.schema.Verification;
import io.missionwatch.serde.TrustedRecords;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The fields that patterns may name are those that events have, and no others. */
class FieldsOfNewsEventsTest {
    private static final Map<String, Class<? extends Enum<?>>> SYMBOLS = Map.ofEntries(
            Map.entry("event.type", EventType.class),
            Map.entry("event.means", Means.class),
            Map.entry("event.modality", Modality.class),
            Map.entry("event.temporal", Temporal.class),
            Map.entry("event.verification", Verification.class),
            Map.entry("article.source_class", SourceClass.class),
            Map.entry("article.reliability", Reliability.class),
            Map.entry("place.type", PlaceType.class),
            Map.entry("actor.type", ActorType.class),
            Map.entry("actor.role", Role.class),
            Map.entry("mission.type", MissionType.class));

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

        var faults = PatternCompiler.compile(pattern(object.getKey() + ".no_such_field", "x"))
                .faults();

        assertThat(faults)
                .singleElement()
                .asString()
                .endsWith("; " + object.getKey() + " has " + String.join(", ", names));
        assertThat(names)
                .allSatisfy(name -> assertThat(PatternCompiler.compile(pattern(object.getKey() + "." + name, "'*'"))
                                .isValid())
                        .isTrue());
    }

    @TestFactory
    Stream<DynamicTest> patternsMayAskForTheSymbolsThatEventsHave() {
        return SYMBOLS.entrySet().stream()
                .map(field -> DynamicTest.dynamicTest(field.getKey(), () -> asksFor(field.getKey(), field.getValue())));
    }

    private static void asksFor(String field, Class<? extends Enum<?>> type) {
        var symbols = Stream.of(type.getEnumConstants()).map(Enum::name).toList();

        var faults =
                PatternCompiler.compile(pattern(field, "nothing like them")).faults();

        assertThat(faults).singleElement().asString().endsWith("; there are " + String.join(", ", symbols));
        assertThat(symbols)
                .allSatisfy(symbol -> assertThat(
                                PatternCompiler.compile(pattern(field, symbol)).isValid())
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

    private static PatternText pattern(String field, String value) {
        return PatternText.of("p", """
                title: A field
                id: 5a8ab9f0-1b0b-4d6f-9d6a-1d3b8c8f1c11
                logsource: {product: missionwatch, category: news_event}
                detection: {sel: {%s: %s}, condition: sel}
                """.formatted(field, value));
    }
}
