package io.missionwatch.enrich.places;

import io.missionwatch.enrich.names.NameCase;
import io.missionwatch.enrich.names.NameIndex;
import io.missionwatch.enrich.names.NameIndexBuilder;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Puts an operator's places over a gazetteer; the built-in tables are shared, not read again. */
final class GazetteerAdditions {
    private final Gazetteer gazetteer;
    private final GazetteerColumns columns;
    private final NameIndexBuilder names = NameIndex.builder();
    private final BitSet replaced = new BitSet();
    private final Map<String, Integer> numbers = new HashMap<>();

    GazetteerAdditions(Gazetteer gazetteer, GazetteerColumns columns) {
        this.gazetteer = gazetteer;
        this.columns = columns;
    }

    /**
     * The gazetteer with the places.
     *
     * @throws IllegalArgumentException for a country or division that is not there, or a name that no text can match
     */
    Gazetteer with(List<PlaceAddition> places, PlaceNames builtIn) {
        places.forEach(place -> numbers.put(place.id(), Sighting.NONE));
        for (var number = 0; number < gazetteer.size(); number++) {
            var id = gazetteer.id(number);
            if (numbers.containsKey(id)) {
                numbers.put(id, number);
            }
        }
        places.forEach(this::add);
        return new Gazetteer(columns.trimmed(), builtIn.with(names.build(), replaced), gazetteer.countries());
    }

    private void add(PlaceAddition addition) {
        var before = numbers.get(addition.id());
        if (before != Sighting.NONE) {
            replaced.set(before);
        }
        var place = new Place(
                addition.id(),
                addition.name(),
                addition.type(),
                addition.country().orElse(""),
                "",
                addition.latitude(),
                addition.longitude(),
                addition.population());
        var number = columns.add(place, kind(addition, before), admin1(gazetteer, addition), "");
        if (isCorrection(addition, before)) {
            columns.putInPlaceOf(before, number);
        }
        addName(names, addition, addition.name(), number);
        addition.names().forEach(name -> addName(names, addition, name, number));
    }

    static void check(Gazetteer gazetteer, PlaceAddition addition) {
        addition.country()
                .filter(code -> gazetteer.countries().country(code).isEmpty())
                .ifPresent(code -> {
                    throw new IllegalArgumentException("place " + addition.id() + ": no country has the code " + code);
                });
        admin1(gazetteer, addition);
        var names = NameIndex.builder();
        addName(names, addition, addition.name(), 0);
        addition.names().forEach(name -> addName(names, addition, name, 0));
    }

    private static void addName(NameIndexBuilder names, PlaceAddition addition, String name, int number) {
        try {
            names.add(name, SightingIds.of(number, true), NameCase.suiting(name));
        } catch (IllegalArgumentException unmatched) {
            throw new IllegalArgumentException("place " + addition.id() + ": " + unmatched.getMessage(), unmatched);
        }
    }

    /** A capital stays one when its names are mended. */
    private PlaceKind kind(PlaceAddition addition, int before) {
        return isCorrection(addition, before) ? gazetteer.kind(before) : PlaceKind.of(addition.type());
    }

    /** The same place told anew, and not another one under its id. */
    private boolean isCorrection(PlaceAddition addition, int before) {
        return before != Sighting.NONE
                && gazetteer.kind(before).type() == addition.type()
                && gazetteer.country(before).equals(addition.country().orElse(""));
    }

    /** A new division's own code is its id: nothing built in lies in it. */
    private static String admin1(Gazetteer gazetteer, PlaceAddition addition) {
        if (addition.type() == PlaceType.ADMIN1) {
            return addition.id();
        }
        return addition.admin1()
                .map(name -> gazetteer
                        .admin1Code(addition.country().orElse(""), name)
                        .orElseThrow(() -> new IllegalArgumentException("place " + addition.id() + ": "
                                + addition.country().orElse("no country") + " has no first-order division " + name)))
                .orElse("");
    }
}
