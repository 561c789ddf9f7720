package io.missionwatch.enrich.articles;

import static org.assertj.core.api.Assertions.assertThat;

import io.missionwatch.enrich.BuiltIn;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What makes a reader slow that looks at everything beside everything else. Lengths come in numbers of pieces. */
class HostileArticleTest {

    private static final ArticleEnricher ENRICHER = BuiltIn.ENRICHER;
    private static final int LENGTH = Integer.getInteger("missionwatch.hostile.length", 100_000);
    /** Reading in proportion takes a tenth of it; reading in the square of the length, minutes. */
    private static final double MOST_SECONDS_A_MEGABYTE = 20;

    @SuppressWarnings("ImmutableEnumChecker") // What is kept are functions without state.
    private enum Hostile {
        PLACES(piece -> "He went from Paris, Texas to Springfield and Georgia. "),
        OTHER_PLACES(piece -> new String[] {"Kabul", "Springfield", "San Jose", "Lagos", "Victoria"}[piece % 5] + ", "),
        UNKNOWN_NAMES(piece -> "Alpha%d Brigade%d and ".formatted(piece, piece * 7)),
        GROUPS(piece -> "the Liberation Front of District%d, ".formatted(piece)),
        INTRODUCED_GROUPS(piece -> "a group calling itself Dawn%d said, ".formatted(piece)),
        ENDLESS_SENTENCE(piece -> "and the embassy was attacked by gunmen "),
        EMBASSIES(piece -> "The Russian embassy in Kabul was bombed on Monday. "),
        MANY_EMBASSIES(piece -> "its embassy, their consulate and the "),
        QUOTES(piece -> "\" said he \" "),
        QUOTED(piece -> "\"We attacked the embassy,\" the Taliban said. "),
        BRACKETS(piece -> "(A%d) ".formatted(piece)),
        ACRONYMS(piece -> "Revolutionary Army (RA%d) claimed responsibility. ".formatted(piece % 1000)),
        BACK_REFERENCES(piece -> "The group said the group was the group. "),
        NUMBERS(piece -> piece + ", "),
        DATES(piece -> "on 12 March 19%d two weeks ago last year, ".formatted(10 + piece % 90)),
        CASUALTIES(piece -> "killed 3 wounded 4 dead "),
        LINES(piece -> "a\n"),
        DOTS(piece -> "U.S. "),
        APOSTROPHES(piece -> "'s "),
        ONE_WORD(piece -> "abcdefgh"),
        HYPHENS(piece -> "anti-Taliban-"),
        CAPITALS(piece -> "BOMB EMBASSY KABUL "),
        BLANKS(piece -> " \n ");

        private final IntFunction<String> piece;

        Hostile(IntFunction<String> piece) {
            this.piece = piece;
        }

        String text(int length) {
            var text = new StringBuilder(length + 100);
            IntStream.iterate(0, at -> text.length() < length, at -> at + 1)
                    .forEach(at -> text.append(piece.apply(at)));
            return text.toString();
        }
    }

    @ParameterizedTest
    @EnumSource
    void isReadInProportionToItsLength(Hostile kind) {
        var text = kind.text(LENGTH);
        var article = new ArticleText(
                "Embassy attacked", text, Optional.empty(), Optional.of(Instant.EPOCH), Optional.empty(), "id");

        var seconds = secondsOf(() -> ENRICHER.enrich(article));

        assertThat(seconds).isLessThan(1 + MOST_SECONDS_A_MEGABYTE * text.length() / 1_000_000);
    }

    private static double secondsOf(Runnable work) {
        var threads = ManagementFactory.getThreadMXBean();
        var before = threads.getCurrentThreadCpuTime();
        work.run();
        return (threads.getCurrentThreadCpuTime() - before) / 1e9;
    }
}
