package io.missionwatch.enrich.reference.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.missionwatch.enrich.actors.ActorLexicon;
import io.missionwatch.enrich.actors.ActorType;
import io.missionwatch.enrich.actors.ListedActor;
import io.missionwatch.enrich.places.Countries;
import io.missionwatch.enrich.reference.ReferenceCheck;
import io.missionwatch.enrich.reference.ReferenceFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImportersTest {

    private static final ActorLexicon LEXICON = ActorLexicon.load(Countries.load());
    private static final String LIST = """
            <?xml version="1.0" encoding="UTF-8"?>
            <CONSOLIDATED_LIST dateGenerated="2026-01-01T00:00:00.000Z">
              <INDIVIDUALS>
                <INDIVIDUAL>
                  <DATAID>1</DATAID>
                  <FIRST_NAME>ZARBO</FIRST_NAME><SECOND_NAME>AL-EXAMPLI</SECOND_NAME><THIRD_NAME/>
                  <REFERENCE_NUMBER>QDi.901</REFERENCE_NUMBER>
                  <NATIONALITY><VALUE>Tunisia</VALUE></NATIONALITY>
                  <INDIVIDUAL_ALIAS><QUALITY>Good</QUALITY><ALIAS_NAME>Zarbo ibn Exampli</ALIAS_NAME></INDIVIDUAL_ALIAS>
                  <INDIVIDUAL_ALIAS><QUALITY>Low</QUALITY><ALIAS_NAME>Abu Exampli</ALIAS_NAME></INDIVIDUAL_ALIAS>
                  <INDIVIDUAL_ALIAS><QUALITY>Low</QUALITY><ALIAS_NAME>Hamid</ALIAS_NAME></INDIVIDUAL_ALIAS>
                </INDIVIDUAL>
              </INDIVIDUALS>
              <ENTITIES>
                <ENTITY>
                  <FIRST_NAME>ZARBUL LASHKARAN OF THE HILLS</FIRST_NAME>
                  <REFERENCE_NUMBER>QDe.902</REFERENCE_NUMBER>
                  <ENTITY_ALIAS><QUALITY>a.k.a.</QUALITY><ALIAS_NAME>Zarbul "Hill" Army</ALIAS_NAME></ENTITY_ALIAS>
                  <ENTITY_ALIAS><QUALITY/><ALIAS_NAME/></ENTITY_ALIAS>
                  <ENTITY_ADDRESS><COUNTRY>Afghanistan</COUNTRY></ENTITY_ADDRESS>
                </ENTITY>
                <ENTITY><FIRST_NAME>HAQQANI NETWORK</FIRST_NAME><REFERENCE_NUMBER>TAe.903</REFERENCE_NUMBER></ENTITY>
                <ENTITY><FIRST_NAME>EXAMPLE SHIPPING CO</FIRST_NAME><REFERENCE_NUMBER>KPe.904</REFERENCE_NUMBER></ENTITY>
              </ENTITIES>
            </CONSOLIDATED_LIST>
            """;
    private static final String DICTIONARY = """
            # Actors made up for a test
            ZARBUL_LASHKARAN_ ; the hills
            +ZARBUL_ARMY_
            \t[AFGREB <150601]
            \t[AFGMIL 150601-210815]
            \t[AFGGOV >210815]
            EXAMPLE_RELIEF_UNION_ [IGOEXA]
            HAQQANI_NETWORK_ [AFGINS]
            NO_CODE_AT_ALL_
            BAD_CODE_ [afg]
            """;

    @TempDir
    private Path directory;

    @Test
    void replacesNoActorThatIsKnownByAnotherName() {
        var read = new CameoImporter(LEXICON).read("actors.txt", "EGYPT_POLICE_ [EGYCOP]\n");

        assertThat(LEXICON.actor("egypt-police")).isPresent();
        assertThat(read.actors()).isEmpty();
        assertThat(read.leftOut()).containsExactly("actors.txt:1: Egypt Police would replace the actor egypt-police");
    }

    @Test
    void makesActorsOfTheUnList() throws IOException {
        var found = unList(LIST);

        assertThat(found.actors())
                .extracting(ListedActor::id)
                .containsExactly("un-qdi-901", "un-qde-902", "un-kpe-904");
        var person = found.actors().get(0);
        assertThat(person.name()).isEqualTo("Zarbo Al-Exampli");
        assertThat(person.type()).isEqualTo(ActorType.PERSON);
        assertThat(person.country()).contains("TN");
        assertThat(person.names())
                .extracting(ListedActor.Name::text)
                .containsExactly("Zarbo ibn Exampli", "Abu Exampli");
        assertThat(person.names().get(1).scope().countries()).isEqualTo(Set.of("TN"));
        var group = found.actors().get(1);
        assertThat(group.name()).isEqualTo("Zarbul Lashkaran of the Hills");
        assertThat(group.type()).isEqualTo(ActorType.ARMED_GROUP);
        assertThat(group.country()).contains("AF");
        assertThat(found.actors().get(2).type()).isEqualTo(ActorType.OTHER);
        assertThat(found.leftOut()).containsExactly("list.xml:22: TAe.903 Haqqani Network is known as haqqani-network");
    }

    @Test
    void writesAFileThatThePutCommandTakes() throws IOException {
        var found = unList(LIST);

        var file = Files.writeString(directory.resolve("un.yaml"), found.yaml());

        assertThat(ReferenceCheck.load().files(List.of(file))).isEmpty();
        assertThat(ReferenceFile.read(file).actors()).isEqualTo(found.actors());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><CONSOLIDATED_LIST><INDIVIDUAL><FIRST_NAME>&a;</FIRST_NAME></INDIVIDUAL></CONSOLIDATED_LIST>",
                "<!DOCTYPE x [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;'>]><CONSOLIDATED_LIST>&b;</CONSOLIDATED_LIST>",
                "<!DOCTYPE CONSOLIDATED_LIST SYSTEM 'http://127.0.0.1:1/x.dtd'><CONSOLIDATED_LIST/>",
                "<CONSOLIDATED_LIST><INDIVIDUAL>",
                "<rss/>",
                "no XML"
            })
    void refusesWhatIsNoSuchList(String xml) {
        assertThatThrownBy(() -> unList(xml)).isInstanceOf(IOException.class).hasMessageStartingWith("list.xml:");
    }

    @Test
    void makesActorsOfADictionary() throws IOException {
        var found = new CameoImporter(LEXICON).read("actors.txt", DICTIONARY);

        assertThat(found.actors())
                .extracting(ListedActor::id)
                .containsExactly("zarbul-lashkaran", "example-relief-union");
        var group = found.actors().get(0);
        assertThat(group.name()).isEqualTo("Zarbul Lashkaran");
        assertThat(group.country()).contains("AF");
        assertThat(group.type()).isEqualTo(ActorType.GOVERNMENT);
        assertThat(group.names()).extracting(ListedActor.Name::text).containsExactly("Zarbul Army");
        assertThat(group.types()).hasSize(2).first().satisfies(change -> {
            assertThat(change.type()).isEqualTo(ActorType.ARMED_GROUP);
            assertThat(change.scope().until()).contains(LocalDate.of(2015, 6, 1));
        });
        assertThat(found.actors().get(1).type()).isEqualTo(ActorType.INTERNATIONAL_ORGANISATION);
        assertThat(found.actors().get(1).country()).isEqualTo(Optional.empty());
        assertThat(found.leftOut())
                .containsExactly(
                        "actors.txt:8: Haqqani Network is known as haqqani-network",
                        "actors.txt:9: No Code At All has no code",
                        "actors.txt:10: not a code: [afg]",
                        "actors.txt:10: Bad Code has no code");
        var file = Files.writeString(directory.resolve("cameo.yaml"), found.yaml());
        assertThat(ReferenceFile.read(file).actors()).isEqualTo(found.actors());
    }

    private static ActorImport unList(String xml) throws IOException {
        return new UnListImporter(LEXICON)
                .read("list.xml", new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    }
}
