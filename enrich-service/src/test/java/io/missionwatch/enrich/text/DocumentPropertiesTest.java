package io.missionwatch.enrich.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.StringLength;

class DocumentPropertiesTest {

    @Property(tries = 200)
    void everyVisibleCharacterIsInOneTokenAtMost(@ForAll @StringLength(max = 200) String text) {
        var tokens = Document.of("", text).tokens();

        IntStream.range(1, tokens.size())
                .forEach(i -> assertThat(tokens.get(i).start())
                        .isGreaterThanOrEqualTo(tokens.get(i - 1).end()));
        assertThat(tokens).allMatch(token -> token.start() < token.end() && token.end() <= text.length());
    }

    @Property(tries = 200)
    void everyTokenIsInExactlyOneSentence(
            @ForAll @StringLength(max = 200) String title, @ForAll @StringLength(max = 200) String body) {
        var document = Document.of(title, body);

        var told =
                document.sentences().stream().flatMap(s -> s.tokens().stream()).toList();

        assertThat(told).isEqualTo(document.tokens());
        assertThat(document.sentences())
                .allMatch(s ->
                        document.tokens().get(s.firstToken()).equals(s.tokens().get(0)));
        assertThat(document.sentences())
                .allMatch(s -> document.sentenceOf(s.span()).orElseThrow().equals(s));
    }

    /** Letters, accents that stand after them, marks that nobody sees, ligatures and odd blanks. */
    @Provide
    Arbitrary<String> decorated() {
        return Arbitraries.of(
                        "a", "e", "u", "\u0438", " ", "\u00a0", "\u00ad", "\u0301", "\u0306", "\u0308", "\u200b",
                        "\ufb01", "\ufe0f", ".")
                .list()
                .ofMaxSize(40)
                .map(parts -> String.join("", parts));
    }

    @Property(tries = 300)
    void aTokenIsWhatItsSpanOfTheOriginalReads(@ForAll("decorated") String text) {
        assertThat(Document.of("", text).tokens()).allSatisfy(token -> {
            var words =
                    Document.of("", text.substring(token.start(), token.end())).tokens();

            assertThat(words).extracting(Token::text).containsExactly(token.text());
        });
    }
}
