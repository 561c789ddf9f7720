package io.missionwatch.enrich.events.words;

import io.missionwatch.enrich.events.time.TimeWords;
import io.missionwatch.enrich.text.Resources;
import java.util.List;

/**
 * Everything that the event reader knows of one language.
 *
 * @param freeOrder subject and object may stand on either side of the verb, so that a mission of the clause is what it concerns
 */
public record LanguagePack(String language, Lexicon lexicon, Triggers triggers, TimeWords time, boolean freeOrder) {

    /** The pack of a language, read from {@code events/<language>/} on the class path. */
    public static LanguagePack load(String language) {
        return load(language, false);
    }

    private static LanguagePack load(String language, boolean freeOrder) {
        var folder = "events/" + language + "/";
        var words = Words.of(rows(folder + "words.tsv", 2));
        var triggers = Triggers.of(rows(folder + "triggers.tsv", 5));
        var senses = Senses.of(rows(folder + "senses.tsv", 3));
        var time = TimeWords.of(rows(folder + "time.tsv", 3));
        return new LanguagePack(language, Lexicon.of(words, triggers, time, senses), triggers, time, freeOrder);
    }

    /** All packs on the class path: those that {@code events/languages.txt} names, with whether their word order is free. */
    public static List<LanguagePack> builtIn() {
        return Resources.lines("events/languages.txt").stream()
                .map(line -> line.split(" ", -1))
                .map(cells -> load(cells[0], cells.length > 1 && cells[1].equals("free-order")))
                .toList();
    }

    private static List<List<String>> rows(String resource, int columns) {
        return Resources.lines(resource).stream()
                .map(line -> row(resource, line, columns))
                .toList();
    }

    private static List<String> row(String resource, String line, int columns) {
        var row = List.of(line.split("\t", -1));
        if (row.size() != columns) {
            throw new IllegalStateException(resource + ": not " + columns + " columns: " + line);
        }
        return row;
    }
}
