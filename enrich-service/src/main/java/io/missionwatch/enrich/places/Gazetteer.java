package io.missionwatch.enrich.places;

import io.missionwatch.enrich.names.NameText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * All places the tagger knows, held in columns: a place is a number, its facts are looked up when needed. A quarter of a
 * million places with their names take about 50 MB.
 */
public final class Gazetteer {
    private final GazetteerColumns columns;
    private final PlaceNames names;
    private final Countries countries;

    Gazetteer(GazetteerColumns columns, PlaceNames names, Countries countries) {
        this.columns = columns;
        this.names = names;
        this.countries = countries;
    }

    /** Reads the tables on the class path; takes about a second. */
    public static Gazetteer load() {
        return load(Countries.load());
    }

    public static Gazetteer load(Countries countries) {
        return new GazetteerReader(countries).read();
    }

    /**
     * This with an operator's places over it, each in the stead of the one with its id.
     *
     * @throws IllegalArgumentException for a place that does not pass {@link #check}
     */
    public Gazetteer with(List<PlaceAddition> places) {
        return new GazetteerAdditions(this, columns.copy()).with(places, names);
    }

    /**
     * Says why a place cannot be added, where it cannot.
     *
     * @throws IllegalArgumentException with the reason
     */
    public void check(PlaceAddition place) {
        GazetteerAdditions.check(this, place);
    }

    /** The code of a first-order division by its name, within its country. */
    Optional<String> admin1Code(String country, String name) {
        var prefix = country + '.';
        return columns.admin1Names.entrySet().stream()
                .filter(division -> division.getValue().equalsIgnoreCase(name))
                .map(division -> columns.code(division.getKey()))
                .filter(code -> code.startsWith(prefix))
                .map(code -> code.substring(prefix.length()))
                .findFirst();
    }

    public int size() {
        return columns.size();
    }

    public Countries countries() {
        return countries;
    }

    /** The place of a number between 0 and {@link #size()}. */
    public Place place(int number) {
        return new Place(
                id(number),
                text(columns.names[number]),
                kind(number).type(),
                country(number),
                columns.admin1Names.getOrDefault(spot(number).admin1(), ""),
                columns.latitudes[number],
                columns.longitudes[number],
                spot(number).people());
    }

    /** Every place that goes by this name, as a text would write it. */
    public List<Place> placesNamed(String name) {
        var found = new ArrayList<Place>();
        names.forEachMatch(NameText.of(name), (start, end, id) -> {
            if (start == 0 && end == name.length() && !SightingIds.isDemonym(id)) {
                found.add(place(SightingIds.place(id)));
            }
        });
        return found;
    }

    PlaceNames names() {
        return names;
    }

    PlaceKind kind(int number) {
        return columns.spots[number].kind();
    }

    String country(int number) {
        return columns.code(columns.spots[number].country());
    }

    /** What choosing among places needs to know of one. */
    Spot spot(int number) {
        return columns.spots[number];
    }

    /** What the ids of a name stand for, in their order. */
    Spot[] spots(int[] ids) {
        var spots = new Spot[ids.length];
        for (var at = 0; at < ids.length; at++) {
            spots[at] = spot(SightingIds.place(ids[at]));
        }
        return spots;
    }

    String id(int number) {
        var text = text(columns.ids[number]);
        return Character.isDigit(text.charAt(0)) ? "geonames:" + text : text;
    }

    private String text(int offset) {
        var end = offset;
        while (columns.pool[end] != 0) {
            end++;
        }
        return new String(Arrays.copyOfRange(columns.pool, offset, end), StandardCharsets.UTF_8);
    }
}
