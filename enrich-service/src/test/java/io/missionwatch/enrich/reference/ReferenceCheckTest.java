package io.missionwatch.enrich.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReferenceCheckTest {

    private static final ReferenceCheck CHECK = ReferenceCheck.load();

    @TempDir
    private Path directory;

    @Test
    void findsNoFaultInTheBuiltInData() {
        assertThat(CHECK.builtIn()).isEmpty();
    }

    @Test
    void findsIdsAndRowsThatStandTwice() {
        assertThat(TableCheck.faults(
                        "io/missionwatch/enrich/places/overlay.tsv", List.of("a:b\tX\tone", "a:b\tX\ttwo")))
                .containsExactly("io/missionwatch/enrich/places/overlay.tsv has twice: a:b.");
        assertThat(TableCheck.faults("missions/words.tsv", List.of("skip\told", "skip\told", "past\told")))
                .containsExactly("missions/words.tsv has twice: skip old.");
    }

    @Test
    void findsATriggerThatAnotherRowKeepsTextsFrom() {
        assertThat(TableCheck.faults(
                        "events/en/triggers.tsv",
                        List.of("ATTACK\tIED\tverb\t-\tbomb*, blew up", "CLOSURE\tUNKNOWN\tverb\t-\tblew up")))
                .containsExactly(
                        "events/en/triggers.tsv: no text reaches \"blew up\" as CLOSURE verb, for it is ATTACK before.");
    }

    @Test
    void findsNoFaultInAFileThatAddsAndCorrects() throws IOException {
        assertThat(faults("""
                        type: ARMED_GROUP
                        actors:
                          - {id: zarbul, name: Zarbul Lashkaran, country: AF, aliases: [Zarbulis]}
                          - {id: taliban, name: Taliban, country: AF, type: GOVERNMENT}
                        places:
                          - {id: "kabul:example", name: Kart-e-Example, type: NEIGHBOURHOOD, country: AF, admin1: Kabul, latitude: 34.5, longitude: 69.1}
                        """)).isEmpty();
    }

    @Test
    void namesTheLineOfAnEntryThatCannotBe() throws IOException {
        assertThat(faults("""
                        type: ARMED_GROUP
                        actors:
                          - {id: zarbul, name: Zarbul Lashkaran, country: QQ}
                          - {id: Red Dawn, name: Dawn Example}
                        places:
                          - {id: "kabul:example", name: Kart-e-Example, country: AF, admin1: Nowhere, latitude: 34.5, longitude: 69.1}
                        """))
                .containsExactly(
                        ":3: actor zarbul: no country has the code QQ",
                        ":4: actor Red Dawn: its id is not in kebab case",
                        ":6: place kabul:example: AF has no first-order division Nowhere");
    }

    @Test
    void namesTheLineOfWhatIsNoYaml() throws IOException {
        assertThat(faults("actors:\n  - {id: zarbul\n  - b: ]\n"))
                .singleElement()
                .asString()
                .matches(":[23]: .+");
    }

    @Test
    void namesTheLineOfAnUnknownKey() throws IOException {
        assertThat(faults("type: OTHER\nactors:\n  - {id: zarbul, name: Zarbul, alias: [Z]}\n"))
                .singleElement()
                .asString()
                .startsWith(":3: ")
                .endsWith("unknown key alias");
    }

    @Test
    void findsANameThatABuiltInActorHas() throws IOException {
        assertThat(faults(
                        "type: ARMED_GROUP\nactors:\n  - {id: zarbul, name: Zarbul Lashkaran, aliases: [Haqqanis]}\n"))
                .singleElement()
                .asString()
                .startsWith(":3: ")
                .contains("haqqani-network", "zarbul", "both claim the name Haqqanis");
    }

    @Test
    void findsAnIdThatStandsTwice() throws IOException {
        assertThat(faults("""
                        type: ARMED_GROUP
                        actors:
                          - {id: zarbul, name: Zarbul Lashkaran}
                          - {id: zarbul, name: Zarbul Army}
                        """)).contains(":3: actor zarbul stands twice");
    }

    @Test
    void refusesAFileOfNeither() throws IOException {
        assertThat(faults("feeds: []\n")).containsExactly(":1: unknown key feeds");
    }

    private List<String> faults(String yaml) throws IOException {
        var file = Files.writeString(directory.resolve("reference.yaml"), yaml);
        return CHECK.files(List.of(directory)).stream()
                .map(fault -> fault.replace(file.toString(), ""))
                .toList();
    }
}
