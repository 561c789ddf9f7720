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

    byte[] kinds = new byte[FIRST_CAPACITY];
    /** Numbers of the codes of country, of country and division, of all three; zero where there is none. */
    int[] countries = new int[FIRST_CAPACITY];

    int[] admin1s = new int[FIRST_CAPACITY];
    int[] admin2s = new int[FIRST_CAPACITY];
    float[] latitudes = new float[FIRST_CAPACITY];
    float[] longitudes = new float[FIRST_CAPACITY];
    float[] xs = new float[FIRST_CAPACITY];
    float[] ys = new float[FIRST_CAPACITY];
    float[] zs = new float[FIRST_CAPACITY];
    int[] populations = new int[FIRST_CAPACITY];
    double[] magnitudes = new double[FIRST_CAPACITY];
    float[] renowns = new float[FIRST_CAPACITY];
    int[] ids = new int[FIRST_CAPACITY];
    int[] names = new int[FIRST_CAPACITY];
    /** Names of the first-order divisions by their number. */
    final Map<Integer, String> admin1Names = new HashMap<>();

    byte[] pool = new byte[FIRST_CAPACITY * 20];

    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> codes;
    /** That of the place added last: tables go division by division. */
    private Division division = new Division("", "", "", 0, 0, 0);

    private int size;
    private int pooled;

    /** The codes of country and divisions, and the numbers that stand for them. */
    private record Division(String code, String admin1, String admin2, int country, int first, int second) {
        boolean is(String otherCode, String otherAdmin1, String otherAdmin2) {
            return code.equals(otherCode) && admin1.equals(otherAdmin1) && admin2.equals(otherAdmin2);
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

    int add(Place place, char kind, String admin1, String admin2) {
        if (size == kinds.length) {
            grow(size * 2);
        }
        kinds[size] = (byte) kind;
        var country = place.countryCode();
        if (!division.is(country, admin1, admin2)) {
            division = division(country, admin1, admin2);
        }
        countries[size] = division.country;
        admin1s[size] = division.first;
        admin2s[size] = division.second;
        if (place.type() == PlaceType.ADMIN1) {
            admin1Names.put(admin1s[size], place.name());
        }
        populations[size] = (int) Math.min(Integer.MAX_VALUE, place.population());
        magnitudes[size] = Math.log10(populations[size] + 10.0);
        renowns[size] = renown(populations[size]);
        ids[size] = store(place.id());
        names[size] = store(place.name());
        locate(place.latitude(), place.longitude());
        return size++;
    }

    /** A place told anew lies where it lay, as far as nothing else is said, and holds what it held. */
    void putInPlaceOf(int before, int number) {
        boolean isAdmin1 = kinds[number] == PlaceKind.ADMIN1.code() && admin1s[before] != 0;
        if (isAdmin1) {
            admin1Names.put(admin1s[before], admin1Names.get(admin1s[number]));
        }
        if (isAdmin1 || admin1s[number] == 0) {
            admin1s[number] = admin1s[before];
        }
        if (admin1s[number] == admin1s[before]) {
            admin2s[number] = admin2s[before];
        }
    }

    /** Gives back what was reserved and not needed. */
    GazetteerColumns trimmed() {
        pool = Arrays.copyOf(pool, pooled);
        numbers.clear();
        return this;
    }

    private static float renown(int people) {
        return people <= 0 ? 0 : (float) Math.min(2.8, Math.max(0, (Math.log10(people) - 2.5) * 0.8));
    }

    private void locate(double latitude, double longitude) {
        var north = Math.toRadians(latitude);
        var east = Math.toRadians(longitude);
        latitudes[size] = (float) latitude;
        longitudes[size] = (float) longitude;
        xs[size] = (float) (Math.cos(north) * Math.cos(east));
        ys[size] = (float) (Math.cos(north) * Math.sin(east));
        zs[size] = (float) Math.sin(north);
    }

    /** Columns of their own that begin as these are. */
    GazetteerColumns copy() {
        var copy = new GazetteerColumns(codes);
        copy.size = size;
        copy.pooled = pooled;
        copy.pool = pool;
        copy.kinds = kinds;
        copy.countries = countries;
        copy.admin1s = admin1s;
        copy.admin2s = admin2s;
        copy.latitudes = latitudes;
        copy.longitudes = longitudes;
        copy.xs = xs;
        copy.ys = ys;
        copy.zs = zs;
        copy.populations = populations;
        copy.magnitudes = magnitudes;
        copy.renowns = renowns;
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

    private Division division(String country, String admin1, String admin2) {
        return new Division(
                country,
                admin1,
                admin2,
                number(country, country),
                number(country + '.' + admin1, admin1),
                number(country + '.' + admin1 + '.' + admin2, admin2));
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
        kinds = Arrays.copyOf(kinds, capacity);
        countries = Arrays.copyOf(countries, capacity);
        admin1s = Arrays.copyOf(admin1s, capacity);
        admin2s = Arrays.copyOf(admin2s, capacity);
        latitudes = Arrays.copyOf(latitudes, capacity);
        longitudes = Arrays.copyOf(longitudes, capacity);
        xs = Arrays.copyOf(xs, capacity);
        ys = Arrays.copyOf(ys, capacity);
        zs = Arrays.copyOf(zs, capacity);
        populations = Arrays.copyOf(populations, capacity);
        magnitudes = Arrays.copyOf(magnitudes, capacity);
        renowns = Arrays.copyOf(renowns, capacity);
        ids = Arrays.copyOf(ids, capacity);
        names = Arrays.copyOf(names, capacity);
    }
}
