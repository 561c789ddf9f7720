package io.missionwatch.bench.accuracy;

import io.missionwatch.enrich.articles.ArticleEnricher;
import io.missionwatch.enrich.articles.ArticleText;
import io.missionwatch.enrich.missions.MissionTag;
import io.missionwatch.enrich.text.Resources;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The phrases that name a mission, or only seem to, each with the missions that a reader takes from it. */
final class PhraseTable {

    static final String FILE = "missions.tsv";

    private Tally whole = Tally.NONE;
    private Tally any = Tally.NONE;
    private Tally words = Tally.NONE;
    private int phrases;

    static PhraseTable of(ArticleEnricher enricher) {
        var table = new PhraseTable();
        Resources.lines("accuracy/" + FILE).forEach(row -> table.add(row.split("\t", -1), enricher));
        return table;
    }

    private void add(String[] row, ArticleEnricher enricher) {
        var wanted = row[1].equals("none") ? Set.<String>of() : Set.of(row[1].split("; ", -1));
        var said = enricher
                .enrich(new ArticleText("", row[0], Optional.of("en"), Optional.empty(), Optional.empty(), "phrase"))
                .missions()
                .stream()
                .map(PhraseTable::inWords)
                .collect(Collectors.toSet());
        phrases++;
        any = any.plus(!wanted.isEmpty(), !said.isEmpty());
        words = words.plus(!wanted.isEmpty(), KeywordBaseline.namesMission(row[0]));
        for (var mission : wanted) {
            whole = whole.plus(true, said.contains(mission));
        }
        for (var mission : said) {
            whole = whole.plus(false, !wanted.contains(mission));
        }
    }

    private static String inWords(MissionTag tag) {
        return String.join(
                " ",
                List.of(
                        tag.type().name(),
                        tag.sendingState().or(tag::sendingOrganisation).orElse("-"),
                        tag.hostState().orElse("-"),
                        tag.city().orElse("-") + (tag.cityInferred() ? "?" : "")));
    }

    /** Rows of the table that is kept. */
    List<CorpusScore.Row> rows() {
        return List.of(
                new CorpusScore.Row(FILE, "named precision", any.precision(), words.precision()),
                new CorpusScore.Row(FILE, "named recall", any.recall(), words.recall()),
                new CorpusScore.Row(FILE, "whole precision", whole.precision(), 0),
                new CorpusScore.Row(FILE, "whole recall", whole.recall(), 0));
    }

    int phrases() {
        return phrases;
    }

    /** Whether a phrase names any mission. */
    Tally any() {
        return any;
    }

    /** The same, told by mission words alone. */
    Tally words() {
        return words;
    }

    /** Missions with type, sender, host and city all as a reader has them. */
    Tally whole() {
        return whole;
    }
}
