package io.missionwatch.enrich.places;

import io.missionwatch.enrich.names.NameCase;
import io.missionwatch.enrich.names.NameIndex;
import io.missionwatch.enrich.names.NameIndexBuilder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads places, overlay and countries into one gazetteer. */
final class GazetteerReader {
    private static final int ID = 0;
    private static final int KIND = 1;
    private static final int COUNTRY = 2;
    private static final int ADMIN1 = 3;
    private static final int ADMIN2 = 4;
    private static final int LATITUDE = 5;
    private static final int LONGITUDE = 6;
    private static final int POPULATION = 7;
    private static final int NAMES = 8;
    /** How many names the tables have, or a few more. */
    private static final int NAMES_OR_SO = 600_000;

    private final GazetteerColumns columns = new GazetteerColumns();
    private final NameIndexBuilder names = NameIndex.builder(NAMES_OR_SO);
    private final Map<String, Integer> wanted = new HashMap<>();
    private final List<List<String>> moreNames = new ArrayList<>();
    private final Map<String, List<String>> mainNames = new HashMap<>();
    private final Countries countries;
    /** Of the line that was read last. */
    private final String[] cells = new String[NAMES + 1];

    GazetteerReader(Countries countries) {
        this.countries = countries;
        Arrays.fill(cells, "");
    }

    Gazetteer read() {
        readMoreNames();
        TabSeparated.rows("main-names.tsv").forEach(row -> mainNames.put(row.get(0), row));
        TabSeparated.forEachLine("places.tsv.gz", this::addLine);
        TabSeparated.forEachLine("overlay.tsv", this::addLine);
        moreNames.forEach(row -> addMainNames(wanted.get(row.get(0)), row.get(1)));
        addCountries();
        return new Gazetteer(columns.trimmed(), new PlaceNames(names.build()), countries);
    }

    /** Rows of {@code names.tsv} give further names to places of the derived table. */
    private void readMoreNames() {
        moreNames.addAll(TabSeparated.rows("names.tsv"));
        moreNames.forEach(row -> wanted.put(row.get(0), -1));
    }

    private void addLine(String line) {
        cut(line);
        var kind = PlaceKind.of((byte) cells[KIND].charAt(0));
        var names = named(cells[ID], cells[NAMES]);
        var comma = names.indexOf(';');
        var place = new Place(
                cells[ID],
                comma < 0 ? names : names.substring(0, comma),
                kind.type(),
                cells[COUNTRY],
                "",
                Double.parseDouble(cells[LATITUDE]),
                Double.parseDouble(cells[LONGITUDE]),
                Long.parseLong(cells[POPULATION]));
        var number = columns.add(place, kind, cells[ADMIN1], cells[ADMIN2]);
        if (wanted.containsKey(cells[ID])) {
            wanted.put(cells[ID], number);
        }
        addNames(number, names);
    }

    /** What {@code main-names.tsv} says that a place is called: before its names in the table, or in their stead where those are wrong. */
    private String named(String id, String names) {
        var row = mainNames.get(id);
        if (row == null) {
            return names;
        }
        return row.get(2).equals("only") ? row.get(1) : row.get(1) + ';' + names;
    }

    private void addNames(int number, String list) {
        var from = 0;
        while (from <= list.length()) {
            var to = list.indexOf(';', from);
            to = to < 0 ? list.length() : to;
            var name = list.substring(from, to);
            if (from == 0 || !isLongForm(name, list)) {
                addName(name, SightingIds.of(number, from == 0));
            }
            from = to + 1;
        }
    }

    /** Names given by hand are as good as the main one. */
    private void addMainNames(int number, String list) {
        for (var name : list.split(";", -1)) {
            addName(name, SightingIds.of(number, true));
        }
    }

    /** "Alexandria City" and "City of Alexandria" are Alexandria, and a text that writes so names just that. */
    private static boolean isLongForm(String name, String list) {
        return (name.endsWith(" City") && list.startsWith(name.substring(0, name.length() - 5) + ";"))
                || (name.startsWith("City of ") && list.startsWith(name.substring(8) + ";"));
    }

    private void addName(String name, int id) {
        if (wordsAtMost(name) <= NameIndex.MOST_WORDS) {
            names.add(name, id, NameCase.suiting(name));
        }
    }

    /** An upper bound of the number of words. */
    private static int wordsAtMost(String name) {
        var words = 1;
        for (var at = 0; at < name.length(); at++) {
            words += Character.isLetterOrDigit(name.charAt(at)) ? 0 : 1;
        }
        return words;
    }

    private void addCountries() {
        var numbers = new HashMap<String, Integer>();
        for (var country : countries.all()) {
            var number = columns.add(country.place(), PlaceKind.COUNTRY, "", "");
            numbers.put(country.iso2(), number);
            country.names().forEach(name -> addCountryName(name, SightingIds.of(number, true)));
            allDemonyms(country).forEach(word -> addName(word, SightingIds.ofDemonym(number)));
        }
        for (var language : Countries.LANGUAGES) {
            countries.namesIn(language).forEach((name, country) -> {
                if (name.length() > 2) {
                    addName(name, SightingIds.of(numbers.get(country.iso2()), true));
                }
            });
        }
    }

    /** Articles are left to the text: "the Gambia" and "Gambia" are one mention. */
    private void addCountryName(String name, int id) {
        var bare = name.regionMatches(true, 0, "the ", 0, 4) ? name.substring(4) : name;
        addName(bare, id);
    }

    private static List<String> allDemonyms(Country country) {
        var words = new ArrayList<>(country.adjectives());
        words.addAll(country.nouns());
        words.removeAll(country.names());
        return words;
    }

    /** Cuts a line into the cells; one that is as in the line before stays. */
    private void cut(String line) {
        var from = 0;
        for (var cell = 0; cell <= NAMES; cell++) {
            var to = cell == NAMES ? line.length() : line.indexOf('\t', from);
            if (to - from != cells[cell].length() || !line.startsWith(cells[cell], from)) {
                cells[cell] = line.substring(from, to);
            }
            from = to + 1;
        }
    }
}
