package io.missionwatch.enrich.missions;

import io.missionwatch.enrich.places.Countries;
import io.missionwatch.enrich.places.Country;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Gathers the words for states and organisations; of two senders by one name the first counts. */
final class SenderNames {

    private final Map<String, Sender> byWords = new LinkedHashMap<>();
    private final Set<String> anyCase = new HashSet<>();

    /**
     * The names of states, with their adjectives and peoples, and those of organisations.
     *
     * @param organisations rows of an id and names
     */
    SenderNames(Countries countries, List<String[]> organisations) {
        countries.names().forEach(this::add);
        for (var country : countries.all()) {
            country.adjectives().forEach(word -> add(word, country));
            country.nouns().forEach(word -> add(word, country));
        }
        countries.metonyms().entrySet().stream()
                .filter(metonym -> metonym.getKey().contains(" "))
                .forEach(metonym -> add(metonym.getKey(), metonym.getValue()));
        for (var row : organisations) {
            for (var i = 1; i < row.length; i++) {
                byWords.putIfAbsent(key(row[i]), Sender.organisation(row[0]));
            }
        }
    }

    private void add(String words, Country country) {
        var key = key(words);
        if (!key.startsWith("the ")) {
            byWords.putIfAbsent(key, Sender.state(country.iso2()));
        }
    }

    /** A word of another language for a state; one in lower case is found in any. */
    void addState(String form, String iso2) {
        var key = key(form);
        byWords.putIfAbsent(key, Sender.state(iso2));
        if (form.equals(key)) {
            anyCase.add(key);
        }
    }

    private static String key(String words) {
        return words.toLowerCase(Locale.ROOT)
                .replaceAll("[-]", " - ")
                .replaceAll("\\s+", " ")
                .strip();
    }

    /** All names that were added. */
    List<SenderName> all() {
        return SenderName.of(byWords, anyCase);
    }
}
