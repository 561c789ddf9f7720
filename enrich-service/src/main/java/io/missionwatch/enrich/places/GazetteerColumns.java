package io.missionwatch.enrich.places;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The facts of all places, one array for each; grows while the tables are read. */
final class GazetteerColumns {
    private static final int FIRST_CAPACITY = 1 << 18;
    private static final int GROWTH = 1 << 10;

    Spot[] spots = new Spot[FIRST_CAPACITY];
    float[] latitudes = new float[FIRST_CAPACITY];
    float[] longitudes = new float[FIRST_CAPACITY];
    int[] ids = new int[FIRST_CAPACITY];
    int[] names = new int[FIRST_CAPACITY];
    /** Names of the first-order divisions by their number. */
    final Map<Integer, String> admin1Names = new HashMap<>();

    byte[] pool = new byte[FIRST_CAPACITY * 20];

    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> codes;
    /** Those of the place added last: tables go division by division. */
    private Codes last = new Codes("", "", "", new Division(0, 0, 0));

    private int size;
    private int pooled;

    /** The codes of country and divisions, and what they stand for. */
    private record Codes(String country, String admin1, String admin2, Division division) {
        boolean are(String otherCountry, String otherAdmin1, String otherAdmin2) {
            return country.equals(otherCountry) && admin1.equals(otherAdmin1) && admin2.equals(otherAdmin2);
        }
    }

    GazetteerColumns() {
        this(List.of(""));
    }

    private GazetteerColumns(List<String> known) {
        codes = new ArrayList<>(known);
        for (var number = 1; number < codes.size(); number++) {
            numbers.put(codes.get(number), number);
        }
    }

    int size() {
        return size;
    }

    int add(Place place, PlaceKind kind, String admin1, String admin2) {
        if (size == spots.length) {
            grow(size * 2);
        }
        last = last.are(place.countryCode(), admin1, admin2) ? last : codes(place.countryCode(), admin1, admin2);
        if (kind == PlaceKind.ADMIN1) {
            admin1Names.put(last.division.admin1(), place.name());
        }
        var people = (int) Math.min(Integer.MAX_VALUE, place.population());
        spots[size] = new Spot(size, kind, last.division, people, place.latitude(), place.longitude());
        latitudes[size] = (float) place.latitude();
        longitudes[size] = (float) place.longitude();
        ids[size] = store(place.id());
        names[size] = store(place.name());
        return size++;
    }

    /** A place told anew lies where it lay, as far as nothing else is said, and holds what it held. */
    void putInPlaceOf(int before, int number) {
        var old = spots[before].division();
        var told = spots[number].division();
        var kind = spots[number].kind();
        boolean isAdmin1 = kind == PlaceKind.ADMIN1 && old.admin1() != 0;
        if (isAdmin1) {
            admin1Names.put(old.admin1(), admin1Names.get(told.admin1()));
        }
        if (isAdmin1 || told.admin1() == 0 || told.admin1() == old.admin1()) {
            var division = new Division(told.country(), old.admin1(), old.admin2());
            var people = spots[number].people();
            spots[number] = new Spot(number, kind, division, people, latitudes[number], longitudes[number]);
        }
    }

    /** Gives back what was reserved and not needed. */
    GazetteerColumns trimmed() {
        pool = Arrays.copyOf(pool, pooled);
        numbers.clear();
        return this;
    }

    /** Columns of their own that begin as these are. */
    GazetteerColumns copy() {
        var copy = new GazetteerColumns(codes);
        copy.size = size;
        copy.pooled = pooled;
        copy.pool = pool;
        copy.spots = spots;
        copy.latitudes = latitudes;
        copy.longitudes = longitudes;
        copy.ids = ids;
        copy.names = names;
        copy.grow(size + GROWTH);
        copy.admin1Names.putAll(admin1Names);
        return copy;
    }

    /** The code that a number of the three columns stands for. */
    String code(int number) {
        return codes.get(number);
    }

    private int number(String code, String last) {
        if (last.isEmpty()) {
            return 0;
        }
        return numbers.computeIfAbsent(code, unseen -> {
            codes.add(unseen);
            return codes.size() - 1;
        });
    }

    private Codes codes(String country, String admin1, String admin2) {
        var isSameAdmin1 = last.are(country, admin1, last.admin2);
        var division = new Division(
                isSameAdmin1 ? last.division.country() : number(country, country),
                isSameAdmin1 ? last.division.admin1() : number(country + '.' + admin1, admin1),
                number(country + '.' + admin1 + '.' + admin2, admin2));
        return new Codes(country, admin1, admin2, division);
    }

    private int store(String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        if (pooled + bytes.length + 1 > pool.length) {
            pool = Arrays.copyOf(pool, pool.length * 2);
        }
        System.arraycopy(bytes, 0, pool, pooled, bytes.length);
        var offset = pooled;
        pooled += bytes.length + 1;
        return offset;
    }

    private void grow(int capacity) {
        spots = Arrays.copyOf(spots, capacity);
        latitudes = Arrays.copyOf(latitudes, capacity);
        longitudes = Arrays.copyOf(longitudes, capacity);
        ids = Arrays.copyOf(ids, capacity);
        names = Arrays.copyOf(names, capacity);
    }
}
