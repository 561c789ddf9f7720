package io.missionwatch.enrich.actors;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What a text is about, as far as it decides between actors of one name: countries with how often it speaks of each, and its day. */
public final class Context {

    private final Map<String, Integer> countries = new LinkedHashMap<>();
    private final Optional<LocalDate> day;

    Context(Optional<LocalDate> day) {
        this.day = day;
    }

    void add(String iso2, int weight) {
        countries.merge(iso2, weight, Integer::sum);
    }

    boolean speaksOf(String iso2) {
        return countries.containsKey(iso2);
    }

    int weight(String iso2) {
        return countries.getOrDefault(iso2, 0);
    }

    Optional<LocalDate> day() {
        return day;
    }

    /** The country that the text speaks of most. */
    Optional<String> main() {
        return countries.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey);
    }
}
