package io.missionwatch.enrich.places;

import io.missionwatch.enrich.names.NameCase;
import io.missionwatch.enrich.names.NameIndex;
import io.missionwatch.enrich.names.NameIndexBuilder;
import java.util.ArrayList;
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

    GazetteerReader(Countries countries) {
        this.countries = countries;
    }

    Gazetteer read() {
        readMoreNames();
        TabSeparated.rows("main-names.tsv").forEach(row -> mainNames.put(row.get(0), row));
        PlaceTable.forEachLine("places.tsv.gz", this::add);
        PlaceTable.forEachLine("overlay.tsv", this::add);
        moreNames.forEach(row -> addMainNames(wanted.get(row.get(0)), row.get(1)));
        addCountries();
        return new Gazetteer(columns.trimmed(), new PlaceNames(names.build()), countries);
    }

    /** Rows of {@code names.tsv} give further names to places of the derived table. */
    private void readMoreNames() {
        moreNames.addAll(TabSeparated.rows("names.tsv"));
        moreNames.forEach(row -> wanted.put(row.get(0), -1));
    }

    private void add(PlaceTable line) {
        var id = line.text(ID);
        var kind = PlaceKind.of((byte) line.letter(KIND));
        var list = named(id, line.text(NAMES));
        var comma = list.indexOf(';');
        var place = new Place(
                id,
                comma < 0 ? list : list.substring(0, comma),
                kind.type(),
                line.text(COUNTRY),
                "",
                line.number(LATITUDE),
                line.number(LONGITUDE),
                (long) line.number(POPULATION));
        var number = columns.add(place, kind, line.text(ADMIN1), line.text(ADMIN2));
        if (wanted.containsKey(id)) {
            wanted.put(id, number);
        }
        addNames(number, list);
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
        if (name.length() < NameIndex.MOST_WORDS || wordsAtMost(name) <= NameIndex.MOST_WORDS) {
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
}
