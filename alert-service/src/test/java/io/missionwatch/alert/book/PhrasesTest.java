package io.missionwatch.alert.book;

import static org.assertj.core.api.Assertions.assertThat;

import io.missionwatch.alert.evidence.Reports;
import io.missionwatch.alert.sigma.Template;
import io.missionwatch.alert.windows.Group;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhrasesTest {
    private static final Group NO_GROUP = new Group(Map.of());

    @ParameterizedTest
    @CsvSource(delimiter = '~', ignoreLeadingAndTrailingWhitespace = true, textBlock = """
            mission               ~ the embassy of Russia in Kabul
            place                 ~ Kabul
            by                    ~ ' by IS-K'
            in                    ~ ' in Kabul'
            speaker               ~ somebody
            means                 ~ bomb attack
            text                  ~ A bomb went off outside the Russian Embassy in Kabul.
            outlet                ~ herald
            headline              ~ Bomb outside embassy
            event.type            ~ attack
            event.means           ~ ied
            event.modality        ~ asserted
            event.temporal        ~ current
            event.verification    ~ confirmed
            event.occurred_start  ~ unknown
            event.killed_min      ~ 0
            event.wounded_min     ~ 0
            event.text            ~ A bomb went off outside the Russian Embassy in Kabul.
            article.id            ~ article-of-e
            article.outlet        ~ herald
            article.source_class  ~ newspaper
            article.reliability   ~ B
            article.language      ~ en
            article.title         ~ Bomb outside embassy
            article.event_time    ~ 2026-03-02T12:00:00Z
            article.origin        ~ herald
            place.id              ~ geonames:1138958
            place.name            ~ Kabul
            place.type            ~ city
            place.country         ~ Afghanistan
            place.admin1          ~ Kabul
            place.latitude        ~ 34.5
            place.longitude       ~ 69.2
            actor.id              ~ is-k
            actor.name            ~ IS-K
            actor.type            ~ armed group
            actor.role            ~ perpetrator
            actor.country         ~ Afghanistan
            mission.type          ~ embassy
            mission.sending_state ~ Russia
            mission.host_state    ~ Afghanistan
            mission.city          ~ Kabul
            """)
    void everythingThatATemplateMayNameHasItsWords(String field, String words) {
        var phrases = new Phrases(Reports.attack("e", "herald"), NO_GROUP);

        assertThat(Template.parse("{" + field + "}").render(phrases::of)).isEqualTo(words);
    }

    @Test
    void whatTheGroupSaysGoesBeforeTheEvidence() {
        var phrases = new Phrases(Reports.attack("e", "herald"), new Group(Map.of("mission.sending_state", "DE")));

        assertThat(phrases.of("mission.sending_state")).isEqualTo("Germany");
    }
}
