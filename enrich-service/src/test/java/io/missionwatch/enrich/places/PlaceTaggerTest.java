package io.missionwatch.enrich.places;

import static org.assertj.core.api.Assertions.assertThat;

import io.missionwatch.enrich.BuiltIn;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.yaml.snakeyaml.Yaml;

class PlaceTaggerTest {
    private static final PlaceTagger TAGGER = new PlaceTagger(BuiltIn.GAZETTEER);

    @TestFactory
    Stream<DynamicTest> tagsTheCases() {
        List<Map<String, Object>> cases =
                new Yaml().load(PlaceTaggerTest.class.getResourceAsStream("/cases/places.yaml"));
        return cases.stream()
                .map(one -> DynamicTest.dynamicTest(
                        one.get("text").toString(),
                        () -> assertThat(TAGGER.tagsIn(one.get("text").toString()))
                                .extracting(tag -> tag.place().name() + " "
                                        + tag.place().type() + " " + tag.place().countryCode())
                                .isEqualTo(one.get("places"))));
    }

    @TestFactory
    Stream<DynamicTest> marksTheNamesThatStandForGovernments() {
        List<Map<String, Object>> cases =
                new Yaml().load(PlaceTaggerTest.class.getResourceAsStream("/cases/places.yaml"));
        return cases.stream()
                .filter(one -> one.containsKey("metonyms"))
                .map(one -> DynamicTest.dynamicTest(
                        one.get("text").toString(),
                        () -> assertThat(TAGGER.tagsIn(one.get("text").toString()))
                                .filteredOn(PlaceTag::isMetonym)
                                .extracting(tag -> tag.place().name())
                                .isEqualTo(one.get("metonyms"))));
    }

    @Test
    void leavesAloneWhatActorsHaveTaken() {
        var body = "Columbia University and Kabul";

        assertThat(TAGGER.tagsIn("", body, TakenSpans.NONE, TakenSpans.of(24, 29), ""))
                .extracting(tag -> tag.place().name())
                .doesNotContain("Kabul");
    }

    @Test
    void leansOnTheHomeOfTheOutletWhereTheTextSaysNothing() {
        var body = "Firefighters in Cambridge put out a blaze.";

        assertThat(TAGGER.tagsIn("", body, TakenSpans.NONE, TakenSpans.NONE, "CA"))
                .extracting(tag -> tag.place().countryCode())
                .containsExactly("CA");
        assertThat(TAGGER.tagsIn("", body, TakenSpans.NONE, TakenSpans.NONE, "GB"))
                .extracting(tag -> tag.place().countryCode())
                .containsExactly("GB");
    }

    @Property(tries = 200)
    void citesWhatStandsInTheText(@ForAll String text) {
        assertCites(text);
    }

    @Property(tries = 100)
    void saysTheSameTwice(@ForAll String before, @ForAll String after) {
        var text = before + " in Kabul, Afghanistan and Paris, Texas " + after;

        assertThat(TAGGER.tagsIn(text)).isEqualTo(TAGGER.tagsIn(text));
        assertCites(text);
    }

    private static void assertCites(String text) {
        assertThat(TAGGER.tagsIn(text)).allSatisfy(tag -> {
            assertThat(tag.confidence()).isBetween(0.0, 1.0);
            assertThat(tag.mentions())
                    .isNotEmpty()
                    .allSatisfy(mention -> assertThat(text.substring(mention.start(), mention.end()))
                            .isEqualTo(mention.text()));
        });
    }
}
