package io.missionwatch.enrich.places;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All states and territories, found by code, name, demonym, capital or the words that stand for their governments. */
public final class Countries {
    /** The languages besides English whose names for countries are known to the gazetteer. */
    public static final List<Locale> LANGUAGES = List.of(
            new Locale("ar"), new Locale("fa"), new Locale("ru"), new Locale("fr"), new Locale("es"), new Locale("tr"));

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern ARTICLE = Pattern.compile("^the\\s+", Pattern.CASE_INSENSITIVE);
    private static final int SHORTEST_FOLDED = 4;

    private final List<Country> all;
    private final Map<String, Country> byCode;
    private final Map<String, Country> names;
    private final Map<String, Country> demonyms;
    private final Map<String, Country> metonyms;
    private final Map<String, Country> nameKeys;
    private final Map<String, Country> demonymKeys;
    private final Map<String, Country> metonymKeys;
    private final Map<String, Country> capitalKeys;
    private final Map<String, Country> capitals;

    private Countries(List<Country> all) {
        this.all = List.copyOf(all);
        byCode = index(country -> List.of(country.iso2()));
        names = index(Country::names);
        demonyms = index(Countries::allDemonyms);
        metonyms = index(Country::metonyms);
        nameKeys = keys(names);
        demonymKeys = keys(demonyms);
        metonymKeys = keys(metonyms);
        capitals = index(Countries::capitals);
        capitalKeys = keys(capitals);
    }

    /** Reads the table on the class path; takes a few milliseconds. */
    public static Countries load() {
        return new Countries(CountryTable.read("countries.tsv"));
    }

    public List<Country> all() {
        return all;
    }

    /** The country of an ISO 3166-1 alpha-2 code, in upper case; XK is Kosovo. */
    public Optional<Country> country(String iso2) {
        return Optional.ofNullable(byCode.get(iso2));
    }

    /** The country of an English name, present or former, with or without article; case and accents do not matter. */
    public Optional<Country> byName(String name) {
        return find(names, nameKeys, name);
    }

    /** The country of an adjective or noun: "Afghan", "Dutchmen". "Congolese" and the like mean the larger country. */
    public Optional<Country> byDemonym(String demonym) {
        return find(demonyms, demonymKeys, demonym);
    }

    /** The country whose government goes by this word: "Moscow", "the White House". */
    public Optional<Country> byMetonym(String metonym) {
        return find(metonyms, metonymKeys, metonym);
    }

    /** The country of a capital, or of the city where its embassies sit. */
    public Optional<Country> byCapital(String city) {
        return find(Map.of(), capitalKeys, city);
    }

    /** Every English name as written, for matchers. */
    public Map<String, Country> names() {
        return names;
    }

    /** Every adjective and noun as written, in singular and plural, for matchers. */
    public Map<String, Country> demonyms() {
        return demonyms;
    }

    /** Every word that stands for a government, as written, for matchers. */
    public Map<String, Country> metonyms() {
        return metonyms;
    }

    /** The single words that {@link #byMetonym} and {@link #byCapital} may know, in small letters, with and without accents. */
    public Set<String> governmentWords() {
        return Stream.of(metonyms, capitals)
                .flatMap(words -> words.keySet().stream())
                .flatMap(word -> Stream.of(word.toLowerCase(Locale.ROOT), key(word)))
                .filter(word -> word.indexOf(' ') < 0)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The names in another language, as the CLDR tables of the JDK have them. */
    public Map<String, Country> namesIn(Locale language) {
        var found = new LinkedHashMap<String, Country>();
        for (var country : all) {
            var name = new Locale("", country.iso2()).getDisplayCountry(language);
            if (!name.isEmpty() && !name.equals(country.iso2())) {
                found.putIfAbsent(name, country);
            }
        }
        return Collections.unmodifiableMap(found);
    }

    private static Optional<Country> find(Map<String, Country> exact, Map<String, Country> folded, String text) {
        var country = exact.get(text);
        return Optional.ofNullable(country == null ? folded.get(key(text)) : country);
    }

    private Map<String, Country> index(Function<Country, List<String>> words) {
        var index = new LinkedHashMap<String, Country>();
        all.forEach(country -> words.apply(country).forEach(word -> index.putIfAbsent(word, country)));
        return Collections.unmodifiableMap(index);
    }

    /** Short names such as "US" are found only as written: "us" is a word. */
    private static Map<String, Country> keys(Map<String, Country> words) {
        var keys = new LinkedHashMap<String, Country>();
        words.forEach((word, country) -> {
            var bare = ARTICLE.matcher(word).replaceFirst("");
            if (bare.length() >= SHORTEST_FOLDED) {
                keys.putIfAbsent(key(word), country);
            }
        });
        return Collections.unmodifiableMap(keys);
    }

    private static String key(String text) {
        var bare = ARTICLE.matcher(text.strip()).replaceFirst("").replace('\u2019', '\'');
        return MARKS.matcher(Normalizer.normalize(bare, Normalizer.Form.NFD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
    }

    private static List<String> allDemonyms(Country country) {
        var words = new ArrayList<>(country.adjectives());
        words.addAll(country.nouns());
        return words;
    }

    private static List<String> capitals(Country country) {
        return Stream.of(country.capital(), country.embassySeat())
                .flatMap(Optional::stream)
                .map(Place::name)
                .toList();
    }
}
