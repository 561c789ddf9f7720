package io.missionwatch.enrich.events.words;

import static org.assertj.core.api.Assertions.assertThat;

import io.missionwatch.enrich.events.facets.EventType;
import io.missionwatch.enrich.text.Document;
import io.missionwatch.enrich.text.Resources;
import io.missionwatch.enrich.text.Token;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TriggersTest {

    private static final LanguagePack ENGLISH = LanguagePack.load("en");

    @Test
    void takesTheLongestPhraseAtAPlace() {
        var tokens = tokens("a suicide car bombing near the consulate");

        var hits = ENGLISH.triggers().find(ENGLISH.lexicon().wordingOf(tokens));

        assertThat(hits).hasSize(1);
        assertThat(words(tokens, hits.get(0))).isEqualTo("suicide car bombing");
    }

    @Test
    void letsWordsStandInTheGapOfAPhrase() {
        var tokens = tokens("They took the Chadian ambassador hostage.");

        var hits = ENGLISH.triggers().find(ENGLISH.lexicon().wordingOf(tokens));

        assertThat(hits).hasSize(1);
        assertThat(hits.get(0).hasGap()).isTrue();
        assertThat(hits.get(0).readings().get(0).type()).isEqualTo(EventType.ATTACK);
    }

    @Test
    void leavesTheLastWordsOfAGappedPhraseToItAlone() {
        var tokens = tokens("Slovenia told two diplomats to leave the country.");

        var hits = ENGLISH.triggers().find(ENGLISH.lexicon().wordingOf(tokens));

        assertThat(hits).hasSize(1);
        assertThat(hits.get(0).readings().get(0).type()).isEqualTo(EventType.EXPULSION);
    }

    @Test
    void writesOutTheFormsOfRegularVerbsAndNouns() {
        assertThat(Forms.of("occupy*")).containsExactly("occupy", "occupies", "occupied", "occupying");
        assertThat(Forms.of("evacuate*")).containsExactly("evacuate", "evacuates", "evacuated", "evacuating");
        assertThat(Forms.of("ambush*")).containsExactly("ambush", "ambushes", "ambushed", "ambushing");
        assertThat(Forms.of("embassy+")).containsExactly("embassy", "embassies");
        assertThat(Forms.of("shot")).containsExactly("shot");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "He died of a heart attack.",
                "The senator's attack on his record was fierce.",
                "The film bombed at the box office.",
                "She shot a film in Rome.",
                "The president fired the ambassador.",
                "A blast of cold air is expected.",
                "Workers strike a deal with the port.",
                "A gas explosion destroyed the house."
            })
    void knowsTheCompanyThatSpoilsATrigger(String text) {
        var tokens = tokens(text);

        var words = ENGLISH.lexicon().wordingOf(tokens);
        var hits = ENGLISH.triggers().find(words).stream()
                .filter(hit -> !Senses.spoils(hit, words, at -> false))
                .filter(hit -> hit.readings().stream().anyMatch(reading -> reading.need() == Trigger.Need.NOTHING))
                .filter(hit -> hit.readings().get(0).type() == EventType.ATTACK);

        assertThat(hits.map(hit -> words(tokens, hit))).allMatch(word -> word.equals("destroyed"));
    }

    @Test
    void givesAWordAllItsClasses() {
        var words = ENGLISH.lexicon().wordingOf(tokens("rockets wasn't tulip"));

        assertThat(words.classes(0).has(WordClass.WEAPON)).isTrue();
        assertThat(words.classes(0).has(WordClass.PROJECTILE)).isTrue();
        assertThat(words.classes(1).has(WordClass.NEGATION)).isTrue();
        assertThat(WordClass.values()).noneMatch(words.classes(2)::has);
    }

    @Test
    void knowsEnglishWordsOfEveryClass() {
        var classes = Resources.lines("events/en/words.tsv").stream()
                .map(line -> WordClass.named(line.split("\t", -1)[0]))
                .toList();

        assertThat(classes).doesNotHaveDuplicates().containsExactlyInAnyOrder(WordClass.values());
    }

    @Test
    void keepsEveryClassApartFromAllOthers() {
        for (var one : WordClass.values()) {
            var alone = WordClasses.of(one);

            assertThat(WordClass.values()).filteredOn(alone::has).containsExactly(one);
        }
    }

    private static List<Token> tokens(String text) {
        return Document.of("", text).tokens();
    }

    private static String words(List<Token> tokens, TriggerHit hit) {
        return String.join(
                " ",
                tokens.subList(hit.first(), hit.end()).stream().map(Token::text).toList());
    }
}
