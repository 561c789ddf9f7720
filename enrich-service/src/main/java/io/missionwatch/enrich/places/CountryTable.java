package io.missionwatch.enrich.places;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/** Turns rows of {@code countries.tsv} into countries. */
final class CountryTable {
    private CountryTable() {}

    static List<Country> read(String resource) {
        return TabSeparated.rows(resource).stream().map(CountryTable::country).toList();
    }

    private static Country country(List<String> row) {
        var iso2 = row.get(0);
        var name = row.get(1);
        var capital = seat(iso2, row.get(4));
        var names = new LinkedHashSet<>(List.of(name));
        names.addAll(list(row.get(6)));
        var adjectives = list(row.get(7));
        var nouns = row.get(8).isEmpty() ? adjectives : list(row.get(8));
        return new Country(
                iso2,
                name,
                Double.parseDouble(row.get(2)),
                Double.parseDouble(row.get(3)),
                capital,
                seat(iso2, row.get(5)).or(() -> capital),
                List.copyOf(names),
                adjectives,
                withPlurals(nouns),
                list(row.get(9)));
    }

    /** A cell such as {@code Kabul@34.5281,69.1723@1138958}: name, position, GeoNames id. */
    private static Optional<Place> seat(String iso2, String cell) {
        if (cell.isEmpty()) {
            return Optional.empty();
        }
        var parts = cell.split("@", -1);
        var position = parts[1].split(",", -1);
        return Optional.of(new Place(
                "geonames:" + parts[2],
                parts[0],
                PlaceType.CITY,
                iso2,
                "",
                Double.parseDouble(position[0]),
                Double.parseDouble(position[1]),
                0));
    }

    private static List<String> list(String cell) {
        return cell.isEmpty() ? List.of() : List.of(cell.split(";"));
    }

    private static List<String> withPlurals(List<String> nouns) {
        var all = new LinkedHashSet<>(nouns);
        nouns.stream().filter(CountryTable::takesAnS).map(noun -> noun + "s").forEach(all::add);
        return new ArrayList<>(all);
    }

    private static boolean takesAnS(String noun) {
        return !noun.matches(".*(ese|[sxz]|[cs]h|[a-z]m[ae]n|\\.)$") || noun.matches("Oman|German|.* German");
    }
}
