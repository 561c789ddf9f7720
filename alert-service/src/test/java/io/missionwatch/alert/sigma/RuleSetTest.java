package io.missionwatch.alert.sigma;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class RuleSetTest {
    @Property(tries = 200)
    void findsWhatALoopOverAllRulesFinds(
            @ForAll("rules") List<String> texts, @ForAll("events") List<Map<String, Object>> events) {
        var rules = RandomRules.valid(texts);
        var set = RuleSet.compile(rules);

        for (var event : events) {
            var looped = rules.stream()
                    .filter(rule -> rule.match(EventTree.of(event)).isPresent())
                    .toList();

            assertThat(set.matches(EventTree.of(event)))
                    .extracting(RuleMatch::rule)
                    .isEqualTo(looped);
        }
    }

    @Provide
    Arbitrary<List<String>> rules() {
        return RandomRules.rules().list().ofMinSize(1).ofMaxSize(12);
    }

    @Provide
    Arbitrary<List<Map<String, Object>>> events() {
        return RandomRules.events().list().ofMinSize(1).ofMaxSize(6);
    }

    @Test
    void looksAtFewRulesOnly() {
        var rules = RandomRules.valid(java.util.stream.IntStream.range(0, 1000)
                .mapToObj(i -> """
                        logsource: {category: test}
                        detection:
                          s: {type: ATTACK, city: 'city %d', text|contains: 'word%d'}
                          condition: s
                        """.formatted(i, i))
                .toList());
        var index = new RuleIndex(rules.stream().map(DetectionRule::condition).toList());

        var candidates =
                index.candidates(EventTree.of(Map.of("type", "attack", "city", "City 7", "text", "word7 word8")));

        assertThat(candidates.stream().toArray()).containsExactly(7);
    }

    @Test
    void keepsTheLastOfRulesWithOneId() {
        var texts = List.of("""
                logsource: {category: test}
                detection:
                  s: {a: 1}
                  condition: s
                """, """
                logsource: {category: test}
                detection:
                  s: {a: 2}
                  condition: s
                """);
        var first = RandomRules.valid(texts.subList(0, 1)).get(0);
        var second = RandomRules.valid(texts.subList(1, 2)).get(0);

        var set = RuleSet.compile(List.of(first, second));

        assertThat(set.rules()).containsExactly(second);
        assertThat(set.matches(EventTree.of(Map.of("a", 2)))).hasSize(1);
        assertThat(set.matches(EventTree.of(Map.of("a", 1)))).isEmpty();
    }
}
