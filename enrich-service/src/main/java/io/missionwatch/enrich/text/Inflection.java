package io.missionwatch.enrich.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The forms that names and adjectives of one language take, read from a table of endings: kind, ending, and the endings that it is
 * replaced with. The longest ending that fits wins; a word that none fits has one form.
 */
public final class Inflection {

    private final List<Row> rows;

    private record Row(String kind, String ending, List<String> forms) {}

    private Inflection(List<Row> rows) {
        this.rows = rows;
    }

    /** Reads rows of {@code kind TAB ending TAB endings}; a hyphen stands for no ending. */
    public static Inflection load(String resource) {
        return new Inflection(Resources.lines(resource).stream()
                .map(line -> line.split("\t", -1))
                .map(cells -> new Row(cells[0], ending(cells[1]), endings(cells[2])))
                .sorted(Comparator.comparing((Row row) -> -row.ending().length()))
                .toList());
    }

    private static String ending(String cell) {
        return cell.equals("-") ? "" : cell;
    }

    private static List<String> endings(String cell) {
        return Arrays.stream(cell.split(" ", -1)).map(Inflection::ending).toList();
    }

    /** All forms of a name of one or more words, itself first. */
    public List<String> namesOf(String name) {
        List<String> forms = List.of("");
        for (var word : name.split(" ", -1)) {
            var longer = new ArrayList<String>();
            for (var form : forms) {
                of("name", word).forEach(next -> longer.add(form.isEmpty() ? next : form + " " + next));
            }
            forms = longer;
        }
        return forms;
    }

    public List<String> adjectivesOf(String adjective) {
        return of("adjective", adjective);
    }

    private List<String> of(String kind, String word) {
        var forms = new ArrayList<>(List.of(word));
        rows.stream()
                .filter(row -> row.kind().equals(kind)
                        && word.length() > row.ending().length() + 1
                        && word.endsWith(row.ending()))
                .findFirst()
                .ifPresent(row -> row.forms()
                        .forEach(form -> forms.add(
                                word.substring(0, word.length() - row.ending().length()) + form)));
        return forms;
    }
}
