package io.missionwatch.enrich.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class WordMapTest {

    @Property(tries = 200)
    void knowsWhatTheMapItIsMadeOfKnows(
            @ForAll @Size(max = 60) Map<@CharRange(from = 'a', to = 'e') @StringLength(max = 3) String, Integer> known,
            @ForAll @CharRange(from = 'a', to = 'e') @StringLength(max = 3) String asked) {
        var words = WordMap.of(known);

        assertThat(words.get(asked, -1)).isEqualTo(known.getOrDefault(asked, -1));
        known.forEach((word, value) -> assertThat(words.get(word, -1)).isEqualTo(value));
    }

    @Property(tries = 200)
    void answersTokensAsItAnswersTheirWords(
            @ForAll @Size(max = 20) Set<@CharRange(from = 'a', to = 'c') @StringLength(min = 1, max = 3) String> known,
            @ForAll @Size(max = 20)
                    List<@CharRange(from = 'A', to = 'C') @StringLength(min = 1, max = 3) String> written) {
        var listed = WordSet.of(known);

        var tokens = Document.of("", String.join(" ", written)).tokens();

        assertThat(tokens).allSatisfy(token -> {
            assertThat(listed.has(token)).isEqualTo(known.contains(token.lower()));
            assertThat(listed.has(token.lower())).isEqualTo(known.contains(token.lower()));
        });
    }

    @Test
    void knowsTheTokensThatWereReadBeforeItWasMade() {
        var read = Document.of("", "The Zyrrhic envoys; 17th \u00e9tude").tokens();

        var numbers = WordMap.of(Map.of("zyrrhic", 1, ";", 2, "17th", 3, "\u00e9tude", 4));

        assertThat(read).extracting(token -> numbers.get(token, 0)).containsExactly(0, 1, 0, 2, 3, 4);
    }

    @Test
    void aWordKeepsItsNumberAsListsAreAdded() {
        var early = WordSet.of("quorvex");
        var read = Document.of("", "QUORVEX Quorvex quorvex").tokens();

        WordSet.of("another", "list", "quorvex", "of", "words");

        assertThat(read).allMatch(early::has);
        assertThat(Document.of("", "quorvex's").tokens().get(0).number())
                .isEqualTo(read.get(0).number());
    }

    @Test
    void theWordsOfTextsStayOutOfTheVocabulary() {
        var read = Document.of("Blorvex", "blorvex Blorvex BLORVEX 7734th").tokens();

        assertThat(read).allMatch(token -> token.number() < 0);
        assertThat(Vocabulary.now().find("blorvex").isListed()).isFalse();
    }
}
