package io.missionwatch.enrich.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.yaml.snakeyaml.Yaml;

class DocumentTest {

    @TestFactory
    Stream<DynamicTest> cutsSentencesWhereAReaderWould() throws IOException {
        return cases(
                "/cases/sentences.yaml",
                (document, row) -> assertThat(document.sentences())
                        .extracting(s -> document.text(s.span()))
                        .isEqualTo(row.get("sentences")));
    }

    private static Stream<DynamicTest> cases(String resource, BiConsumer<Document, Map<String, Object>> check)
            throws IOException {
        try (var cases = DocumentTest.class.getResourceAsStream(resource)) {
            List<Map<String, Object>> rows = new Yaml().load(cases);
            return rows.stream().map(row -> {
                var text = (String) row.get("text");
                return DynamicTest.dynamicTest(text, () -> check.accept(Document.of("", text), row));
            });
        }
    }

    @Test
    void composesAccentsAndCountsThemInTheOriginal() {
        var document = Document.of("", "\u0420\u043e\u0441\u0441\u0438\u0438\u0306 Bogota\u0301, gunmen\ufe0f");

        assertThat(document.tokens())
                .extracting(Token::text)
                .containsExactly("\u0420\u043e\u0441\u0441\u0438\u0439", "Bogot\u00e1", ",", "gunmen");
        assertThat(document.text(document.tokens().get(1).span())).isEqualTo("Bogota\u0301");
    }

    @Test
    void keepsOffsetsIntoTheOriginal() {
        var document = Document.of("", "The\u00a0o\ufb03ce \u2014 Al\u2011Shabaab\u2019s \u201c\u200bbase\u201d");

        assertThat(document.tokens())
                .extracting(Token::text)
                .containsExactly("The", "office", "\u2014", "Al", "-", "Shabaab", "'s", "\"", "base", "\"");
        assertThat(document.tokens())
                .extracting(token -> document.text(token.span()))
                .containsExactly(
                        "The", "o\ufb03ce", "\u2014", "Al", "\u2011", "Shabaab", "\u2019s", "\u201c", "base", "\u201d");
    }

    @Test
    void keepsAcronymsNumbersAndApostrophesWhole() {
        var document = Document.of("", "U.S. forces in Sana'a didn't pay l'ambassade 1,200.50 in the 1980s; U.N.-led");

        assertThat(document.tokens())
                .extracting(Token::lower)
                .containsExactly(
                        "u.s.",
                        "forces",
                        "in",
                        "sana'a",
                        "didn't",
                        "pay",
                        "l'",
                        "ambassade",
                        "1,200.50",
                        "in",
                        "the",
                        "1980s",
                        ";",
                        "u.n.",
                        "-",
                        "led");
    }

    @Test
    void joinsTheLinesOfWrappedCopy() {
        var document = Document.of("", """
                   SAN SALVADOR, 3 JAN 90 -- [REPORT] THE BATTALION HAS REPORTED THAT FIFTY
                PEASANTS HAVE BEEN KIDNAPPED BY MEN OF THE NATIONAL LIBERATION FRONT IN THE
                EASTERN DEPARTMENT.  THE GARRISON SAID SO.

                   MEANWHILE, THREE MEN WERE KILLED AND SEVEN OTHERS WERE WOUNDED
                IN CLASHES.
                """);

        assertThat(document.paragraphs()).hasSize(2);
        assertThat(document.sentences()).hasSize(3);
        assertThat(document.caseless()).isTrue();
        assertThat(document.dateline().map(d -> document.text(d.place()))).contains("SAN SALVADOR");
    }

    @Test
    void setsBylinesApart() {
        var document = Document.of(
                "", "By Jane Roe and John Doe\nA bomb went off.\n(Reporting by Jane Roe; Editing by Max Poe)");

        assertThat(document.bylines())
                .extracting(document::text)
                .containsExactly("By Jane Roe and John Doe", "(Reporting by Jane Roe; Editing by Max Poe)");
    }

    @TestFactory
    Stream<DynamicTest> hearsWhoSpeaks() throws IOException {
        return cases(
                "/cases/quotations.yaml",
                (document, row) -> assertThat(document.quotations())
                        .extracting(q -> document.text(q.span()) + " | "
                                + q.speaker().map(document::text).orElse("nobody"))
                        .isEqualTo(row.get("quoted")));
    }

    @TestFactory
    Stream<DynamicTest> readsWhereAReportWasWritten() throws IOException {
        return cases(
                "/cases/datelines.yaml",
                (document, row) -> assertThat(document.dateline()
                                .map(line -> document.text(line.place())
                                        + line.agency().map(" | "::concat).orElse("")))
                        .isEqualTo(Optional.ofNullable(row.get("dateline"))));
    }

    @Test
    void findsTheSentenceOfASpan() {
        var document = Document.of("One here. Two here.", "Three here. Four here.");

        assertThat(document.sentenceOf(new Span(Field.BODY, 13, 14)).map(s -> document.text(s.span())))
                .contains("Four here.");
        assertThat(document.sentenceOf(new Span(Field.TITLE, 1, 2)).map(s -> document.text(s.span())))
                .contains("One here.");
    }

    @Test
    void readsHostileTextInTime() {
        var hostile = List.of(
                "a".repeat(1_000_000),
                "\n".repeat(100_000),
                "\"".repeat(300_000),
                "A.".repeat(300_000),
                "\ud800 ".repeat(200_000),
                "'s".repeat(300_000),
                "1,".repeat(300_000),
                "said \"x\" ".repeat(60_000),
                "The man died. ".repeat(50_000),
                "- ".repeat(200_000),
                "a\u0301".repeat(300_000),
                "\u200b".repeat(500_000));

        for (var text : hostile) {
            assertTimeoutPreemptively(Duration.ofSeconds(4), () -> Document.of(text, text));
        }
    }
}
