package io.missionwatch.alert.sigma;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GroupsTest {
    private static final List<String> STATES = List.of("mission.host_state", "mission.sending_state");

    @Test
    void valuesOfOneListComeFromTheSameElement() {
        var match = match(
                "mission.type: EMBASSY",
                Map.of("mission", List.of(mission("EMBASSY", "AF", "US"), mission("EMBASSY", "IQ", "DE"))));

        assertThat(match.groups(STATES).groups()).containsExactly(List.of("AF", "US"), List.of("IQ", "DE"));
    }

    @Test
    void elementsThatTheSelectionDidNotBindMakeNoGroup() {
        var match = match(
                "mission.type: EMBASSY",
                Map.of("mission", List.of(mission("CONSULATE", "AF", "US"), mission("EMBASSY", "IQ", "DE"))));

        assertThat(match.bound()).isEqualTo(Map.of("mission", List.of(1)));
        assertThat(match.groups(STATES).groups()).containsExactly(List.of("IQ", "DE"));
        assertThat(match.values("mission.host_state")).containsExactly("IQ");
    }

    @Test
    void allElementsCountWhereNoSelectionSpeaksOfTheList() {
        var match = match(
                "event.type: ATTACK",
                Map.of(
                        "event", Map.of("type", "ATTACK"),
                        "mission", List.of(mission("CONSULATE", "AF", "US"), mission("EMBASSY", "IQ", "DE"))));

        assertThat(match.groups(STATES).groups()).hasSize(2);
    }

    @Test
    void equalGroupsAreOne() {
        var match = match(
                "mission.type: EMBASSY",
                Map.of("mission", List.of(mission("EMBASSY", "AF", "US"), mission("EMBASSY", "AF", "US"))));

        assertThat(match.groups(STATES).groups()).containsExactly(List.of("AF", "US"));
    }

    @Test
    void whatIsMissingIsADash() {
        var match = match("event.type: ATTACK", Map.of("event", Map.of("type", "ATTACK"), "mission", List.of()));

        assertThat(match.groups(List.of("mission.host_state", "place.name", "mission.city"))
                        .groups())
                .containsExactly(List.of("-", "-", "-"));
    }

    @Test
    void differentListsAreCombined() {
        var match = match(
                "event.type: ATTACK",
                Map.of(
                        "event", Map.of("type", "ATTACK"),
                        "actor", List.of(Map.of("id", "a"), Map.of("id", "b")),
                        "mission", List.of(Map.of("city", "Kabul"), Map.of("city", "Herat"))));

        assertThat(match.groups(List.of("actor.id", "mission.city")).groups())
                .containsExactlyInAnyOrder(
                        List.of("a", "Kabul"), List.of("a", "Herat"), List.of("b", "Kabul"), List.of("b", "Herat"));
    }

    @Test
    void atMostSixteenAreKeptAndTheRestCounted() {
        var missions = IntStream.range(0, 20)
                .mapToObj(i -> Map.of("city", "City " + i))
                .toList();
        var match = match("event.type: ATTACK", Map.of("event", Map.of("type", "ATTACK"), "mission", missions));

        var groups = match.groups(List.of("mission.city"));

        assertThat(groups.groups()).hasSize(16);
        assertThat(groups.excess()).isEqualTo(4);
    }

    private static Map<String, Object> mission(String type, String host, String sending) {
        return Map.of("type", type, "host_state", host, "sending_state", sending);
    }

    private static RuleMatch match(String line, Map<String, Object> event) {
        var rule = """
                logsource: {product: missionwatch, category: news_event}
                detection:
                  selection: {%s}
                  condition: selection
                """.formatted(line);
        return RandomRules.valid(List.of(rule))
                .get(0)
                .match(EventTree.of(event))
                .orElseThrow();
    }
}
