package io.missionwatch.enrich.places;

import static org.assertj.core.api.Assertions.assertThat;

import io.missionwatch.enrich.BuiltIn;
import io.missionwatch.enrich.names.NameText;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ResolverTest {
    private static final Gazetteer GAZETTEER = BuiltIn.GAZETTEER;

    @Test
    void comparesNoMoreThanInProportionToTheNamesHoweverManyTheyAre() {
        assertThat(compared(4_000)).isLessThanOrEqualTo(compared(2_000) * 2);
        assertThat(compared(20_000)).isLessThan(100_000_000);
    }

    /** Every name is the most ambiguous there is. */
    private static long compared(int names) {
        var text = NameText.of("in Springfield");
        var finder = new SightingFinder(GAZETTEER, new NameWeigher(ClueWords.load()));
        var groups = IntStream.range(0, names)
                .mapToObj(name -> new NameGroup(finder.find(false, text, TakenSpans.NONE), false))
                .toList();
        return new Resolver(GAZETTEER).resolve(List.copyOf(groups), Map.of());
    }

    @Test
    void readsAMegabyteOfPlaces() {
        var text = "He went from Paris, Texas to Springfield and Georgia. ".repeat(20_000);

        var tags = new PlaceTagger(GAZETTEER).tagsIn(text);

        assertThat(tags).hasSize(4).allSatisfy(tag -> assertThat(tag.mentions()).hasSize(20_000));
    }
}
