package io.missionwatch.enrich.events;

import static org.assertj.core.api.Assertions.assertThat;

import io.missionwatch.enrich.BuiltIn;
import io.missionwatch.enrich.articles.ArticleEnricher;
import io.missionwatch.enrich.articles.ArticleText;
import io.missionwatch.enrich.events.facets.Count;
import io.missionwatch.enrich.text.Document;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.yaml.snakeyaml.Yaml;

class EventExtractorTest {

    private static final ArticleEnricher ENRICHER = BuiltIn.ENRICHER;
    private static final List<String> WORDS = List.of(
            "bomb",
            "the",
            "embassy",
            "attacked",
            "killed",
            "12",
            "said",
            "if",
            "was",
            "by",
            ",",
            ".",
            "\"",
            "Russian",
            "on",
            "Monday",
            "denied",
            "that",
            "and",
            "planning",
            "to",
            "storm",
            "near",
            "years",
            "ago",
            "not",
            "will",
            "police",
            "hostage",
            "took");

    @TestFactory
    Stream<DynamicTest> readsEventsAsTheCasesSay() throws IOException {
        try (var stream = getClass().getResourceAsStream("/cases/events/facets.yaml")) {
            List<Map<String, Object>> cases = new Yaml().load(stream);
            return cases.stream().map(one -> DynamicTest.dynamicTest((String) one.get("name"), () -> check(one)));
        }
    }

    @Test
    void givesTheSameIdsWhenARevisionAddsSentences() {
        var first = events("a-1", "Gunmen attacked the French embassy in Ouagadougou on Friday.");

        var revised =
                events("a-1", "Officials gave details. Gunmen attacked the French embassy in Ouagadougou on Friday.");
        var elsewhere = events("a-2", "Gunmen attacked the French embassy in Ouagadougou on Friday.");

        assertThat(revised).extracting(Event::id).contains(first.get(0).id());
        assertThat(elsewhere).extracting(Event::id).doesNotContain(first.get(0).id());
    }

    /** Hostile articles tell thousands of events in one sentence. */
    @Test
    void cutsASentenceOutOnceForAllThatItTells() {
        var events = events(
                "one", "Gunmen attacked the French embassy in Ouagadougou, and Denmark closed its embassy in Lagos.");

        assertThat(events).hasSizeGreaterThan(1);
        assertThat(events)
                .allSatisfy(event -> assertThat(event.evidence())
                        .allSatisfy(evidence -> assertThat(evidence.sentence())
                                .isSameAs(events.get(0).evidence().get(0).sentence())));
    }

    @Test
    @Timeout(20)
    void readsAMillionCharactersInTimeThatGrowsWithThem() {
        var text = "A bomb exploded near the French embassy in Tripoli and killed two guards, ".repeat(14_000);

        var document = Document.of("", text, Optional.of("en"), Optional.empty());
        var events = EventExtractor.withBuiltInPacks().eventsIn("long", document, List.of(), List.of(), List.of());

        assertThat(events).isNotEmpty();
    }

    @Property(tries = 60)
    void readsAnyWordsWithinTheText(@ForAll @Size(max = 60) List<Integer> picks) {
        var text = String.join(
                " ",
                picks.stream()
                        .map(pick -> WORDS.get(Math.floorMod(pick, WORDS.size())))
                        .toList());

        var events = events("any", text);

        assertThat(events)
                .allSatisfy(event -> assertThat(event.evidence()).isNotEmpty().allSatisfy(evidence -> {
                    assertThat(evidence.span().end()).isLessThanOrEqualTo(text.length());
                    assertThat(evidence.sentence())
                            .contains(text.substring(
                                    evidence.span().start(), evidence.span().end()));
                }));
        assertThat(events("any", text)).isEqualTo(events);
    }

    @Property(tries = 60)
    void readsAnyText(@ForAll String text) {
        assertThat(events("any", text)).isEqualTo(events("any", text));
    }

    private static List<Event> events(String id, String text) {
        var published = Optional.of(Instant.parse("2024-05-14T12:00:00Z"));
        return ENRICHER.enrich(new ArticleText("", text, Optional.of("en"), published, Optional.empty(), id))
                .events();
    }

    private static void check(Map<String, Object> one) {
        var events = ENRICHER.enrich(new ArticleText(
                        (String) one.getOrDefault("title", ""),
                        (String) one.get("text"),
                        Optional.of("en"),
                        Optional.of(day(one.get("published")).atTime(12, 0).toInstant(ZoneOffset.UTC)),
                        Optional.empty(),
                        (String) one.get("name")))
                .events();

        for (var wanted : maps(one, "events")) {
            assertThat(events).as("%s", wanted).anyMatch(event -> fits(event, wanted));
        }
        if (one.get("none") instanceof List<?> types) {
            assertThat(events).extracting(event -> event.type().name()).doesNotContainAnyElementsOf(names(types));
        }
        if (one.get("actors") instanceof List<?> ids) {
            assertThat(events)
                    .flatExtracting(Event::actors)
                    .extracting(actor -> actor.actor().id())
                    .isEqualTo(ids);
        }
        if (one.get("count") instanceof Map<?, ?> counts) {
            counts.forEach((type, count) -> assertThat(
                            events.stream().filter(event -> event.type().name().equals(type)))
                    .as("number of %s", type)
                    .hasSize((Integer) count));
        }
    }

    private static List<String> names(List<?> types) {
        return types.stream().map(Object::toString).toList();
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> maps(Map<String, Object> one, String key) {
        return (List<Map<String, Object>>) one.getOrDefault(key, List.of());
    }

    private static boolean fits(Event event, Map<String, Object> wanted) {
        return wanted.entrySet().stream().allMatch(facet -> facet(event, facet.getKey(), facet.getValue()));
    }

    private static boolean facet(Event event, String name, Object value) {
        return switch (name) {
            case "type" -> event.type().name().equals(value);
            case "means" -> event.means().name().equals(value);
            case "modality" -> event.modality().name().equals(value);
            case "temporal" -> event.temporal().name().equals(value);
            case "verification" -> event.verification().name().equals(value);
            case "mission" ->
                event.missions().stream().anyMatch(mission -> mission(mission).equals(value));
            case "missions" -> event.missions().size() == (Integer) value;
            case "killed" -> told(event.casualties().killed()).equals(value);
            case "wounded" -> told(event.casualties().wounded()).equals(value);
            case "start" ->
                event.occurred()
                        .start()
                        .filter(start ->
                                start.atZone(ZoneOffset.UTC).toLocalDate().equals(day(value)))
                        .isPresent();
            case "spans" -> event.evidence().size() >= (Integer) value;
            case "roles" ->
                ((Map<?, ?>) value)
                        .entrySet().stream()
                                .allMatch(role -> event.actors().stream()
                                        .anyMatch(actor -> actor.actor().id().equals(role.getKey())
                                                && actor.role().name().equals(role.getValue())));
            default -> throw new IllegalArgumentException("unknown facet " + name);
        };
    }

    private static String mission(io.missionwatch.enrich.missions.MissionTag mission) {
        return mission.type() + " " + mission.sendingState().orElse("-") + " "
                + mission.hostState().orElse("-");
    }

    private static String told(Optional<Count> count) {
        return count.map(c -> c.min() + ".." + (c.max().isPresent() ? c.max().getAsInt() : ""))
                .orElse("untold");
    }

    private static LocalDate day(Object value) {
        return value instanceof Date date
                ? date.toInstant().atZone(ZoneOffset.UTC).toLocalDate()
                : LocalDate.parse(value.toString());
    }
}
