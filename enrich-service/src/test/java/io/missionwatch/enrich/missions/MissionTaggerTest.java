package io.missionwatch.enrich.missions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.missionwatch.enrich.BuiltIn;
import io.missionwatch.enrich.places.Gazetteer;
import io.missionwatch.enrich.places.PlaceTagger;
import io.missionwatch.enrich.text.Document;
import io.missionwatch.enrich.text.Resources;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MissionTaggerTest {

    private static final Gazetteer GAZETTEER = BuiltIn.GAZETTEER;
    private static final PlaceTagger PLACES = new PlaceTagger(GAZETTEER);
    private static final MissionTagger MISSIONS = new MissionTagger(GAZETTEER.countries());

    static List<String> cases() {
        return Resources.lines("cases/missions.tsv");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void readsMissionsAsAPersonWould(String row) {
        var columns = row.split("\t", -1);

        var tags = tagsIn(columns[0]);

        assertThat(tags.stream().map(MissionTaggerTest::inWords).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(columns[1].equals("none") ? new String[0] : columns[1].split("; ", -1));
    }

    @Test
    void pointsAtTheWordsThatNameAMission() {
        var tag = tagsIn("Shots hit the Russian Embassy in Kabul.").get(0);

        assertThat(tag.mentions()).singleElement().satisfies(mention -> {
            assertThat(mention.text()).isEqualTo("Russian Embassy");
            assertThat(mention.span().start()).isEqualTo(14);
        });
    }

    @Test
    void isNeverMoreThanHalfSureOfACityThatTheTextDoesNotName() {
        var tag = tagsIn("The Swedish embassy in Iraq was stormed.").get(0);

        assertThat(tag.cityInferred()).isTrue();
        assertThat(tag.confidence()).isLessThanOrEqualTo(.5);
    }

    @Test
    void readsHostileTextInTime() {
        var hostile = List.of(
                "embassy ".repeat(10_000),
                "embassy of France and ".repeat(4_000),
                "the embassy. ".repeat(10_000),
                "its ambassador in Kabul and ".repeat(4_000),
                "residence of the ".repeat(10_000));

        for (var text : hostile) {
            assertTimeoutPreemptively(Duration.ofSeconds(10), () -> tagsIn(text));
        }
    }

    private static List<MissionTag> tagsIn(String text) {
        return MISSIONS.tagsIn(Document.of("", text), PLACES.tagsIn(text));
    }

    private static String inWords(MissionTag tag) {
        return "%s %s %s %s%s"
                .formatted(
                        tag.type(),
                        tag.sendingState().or(tag::sendingOrganisation).orElse("-"),
                        tag.hostState().orElse("-"),
                        tag.city().orElse("-"),
                        tag.cityInferred() ? "?" : "");
    }
}
