package io.missionwatch.enrich.names;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameIndexTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Kabul | a blast in Kabul. | Kabul",
                "Kabul | Kabul's mayor | Kabul",
                "Kabul | Kabul’s mayor | Kabul",
                "Kabul | in kabul |",
                "Kabul | in KABUL | KABUL",
                "Kabul | Kabuli traders |",
                "Sanaa | Sana'a fell | Sana'a",
                "Sana'a | Sanaa fell | Sanaa",
                "Port-au-Prince | in Port au Prince | Port au Prince",
                "Port au Prince | in Port-au-Prince | Port-au-Prince",
                "Côte d'Ivoire | in Cote d’Ivoire now | Cote d’Ivoire",
                "Bogota | in Bogotá | Bogotá",
                "Lodz | in Łódź | Łódź",
                "Giessen | nach Gießen | Gießen",
                "Ærø | on Aero | Aero",
                "Aero | on Ærø | Ærø",
                "Essen | nach Eßen | Eßen",
                "Élan | in E\u0301lan | E\u0301lan",
                "K2 | on K2's top | K2",
                "U.S. | a U.S. envoy | U.S.",
                "U.S. | the U.S | U.S",
                "US | told us |",
                "US | the US said | US",
                "IS | Is it? It is. | ",
                "St. Louis | in St Louis | St Louis",
                "St Louis | in St. Louis | St. Louis",
                "Paris Texas | in Paris. Texas won |",
                "New York | New, York |",
                "St. John's | in St. John’s today | St. John’s",
                "al-Shabaab | Al Shabaab fighters | Al Shabaab",
                "al-Shabaab | al-Shabaab fighters | al-Shabaab",
                "al-Shabaab | al shabaab fighters |",
                "Исламабад | в Исламабад приехал | Исламабад",
                "کابل | در كابل انفجار | كابل"
            })
    void findsANameAsNewsWritesIt(String name, String text, String found) {
        var index = NameIndex.builder().add(name, 1).build();

        assertThat(matches(index, text)).isEqualTo(found == null ? List.of() : List.of(found + "=1"));
    }

    @Test
    void prefersTheLongestName() {
        var index = NameIndex.builder()
                .add("New York", 1)
                .add("New York Times", 2)
                .add("York", 3)
                .build();

        assertThat(matches(index, "New York Times, New York, York, New York times"))
                .containsExactly("New York Times=2", "New York=1", "York=3", "New York times=2");
    }

    @Test
    void fallsBackToAShorterNameWhenTheCaseOfTheLongerDoesNotFit() {
        var index = NameIndex.builder()
                .add("Paris", 1)
                .add("Paris IS", 2, NameCase.EXACT)
                .build();

        assertThat(matches(index, "Paris is calm")).containsExactly("Paris=1");
    }

    @Test
    void visitsEveryIdOfAName() {
        var index = NameIndex.builder()
                .add("Georgia", 1)
                .add("Georgia", 2)
                .add("Georgia", 2)
                .build();

        assertThat(matches(index, "in Georgia")).containsExactlyInAnyOrder("Georgia=1", "Georgia=2");
        assertThat(index.size()).isEqualTo(2);
    }

    @Test
    void refusesNamesWithoutWordsOrWithTooMany() {
        var builder = NameIndex.builder();

        assertThatThrownBy(() -> builder.add("...", 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> builder.add("a ".repeat(16), 1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Property(tries = 200)
    void findsWhatATryOfEveryStretchOfWordsFinds(@ForAll("names") List<String> names, @ForAll("texts") String text) {
        var builder = NameIndex.builder();
        for (var id = 0; id < names.size(); id++) {
            builder.add(names.get(id), id, NameCase.ANY);
        }

        assertThat(matches(builder.build(), text)).isEqualTo(slowMatches(names, text));
    }

    @Property(tries = 200)
    void staysWithinAnyText(@ForAll String text) {
        var index = NameIndex.builder().add("a", 1).add("a a", 2).add("ab", 3).build();

        index.forEachMatch(
                text, (start, end, id) -> assertThat(text.substring(start, end)).isNotEmpty());
    }

    @Provide
    Arbitrary<List<String>> names() {
        return words(1, 3).list().ofMinSize(1).ofMaxSize(30).uniqueElements();
    }

    @Provide
    Arbitrary<String> texts() {
        return words(0, 60);
    }

    private static Arbitrary<String> words(int fewest, int most) {
        return Arbitraries.of("kabul", "herat", "new", "york", "of", "al")
                .list()
                .ofMinSize(fewest)
                .ofMaxSize(most)
                .map(words -> String.join(" ", words));
    }

    /** By a text of its own and by one that other indexes are asked about, which must find the same. */
    private static List<String> matches(NameIndex index, String text) {
        var found = new ArrayList<String>();
        index.forEachMatch(text, (start, end, id) -> found.add(text.substring(start, end) + "=" + id));
        var shared = new ArrayList<String>();
        index.forEachMatch(NameText.of(text), (start, end, id) -> shared.add(text.substring(start, end) + "=" + id));
        assertThat(shared).isEqualTo(found);
        return found;
    }

    private static List<String> slowMatches(List<String> names, String text) {
        var words = text.isEmpty() ? new String[0] : text.split(" ");
        var found = new ArrayList<String>();
        for (var first = 0; first < words.length; first++) {
            for (var last = Math.min(words.length, first + 3); last > first; last--) {
                var stretch = String.join(" ", Arrays.asList(words).subList(first, last));
                if (names.contains(stretch)) {
                    found.add(stretch + "=" + names.indexOf(stretch));
                    first = last - 1;
                    break;
                }
            }
        }
        return found;
    }
}
