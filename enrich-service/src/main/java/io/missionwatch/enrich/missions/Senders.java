package io.missionwatch.enrich.missions;

import io.missionwatch.enrich.places.Countries;
import io.missionwatch.enrich.places.Country;
import io.missionwatch.enrich.text.Token;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;

/** Finds names, demonyms and organisations in a row of tokens, going from a token to the left or to the right. */
final class Senders {

    private static final int LONGEST = 6;

    private final Countries countries;
    private final Map<String, Sender> byWords = new HashMap<>();
    private final Set<String> anyCase = new HashSet<>();
    private final Set<String> firstWords = new HashSet<>();
    private final Set<String> lastWords = new HashSet<>();

    /**
     * A sender in the text.
     *
     * @param start its first token
     * @param end the token after its last
     */
    record Found(Sender sender, int start, int end) {}

    Senders(Countries countries, List<String[]> organisations) {
        this.countries = countries;
        countries.names().forEach((name, country) -> add(name, country));
        for (var country : countries.all()) {
            country.adjectives().forEach(word -> add(word, country));
            country.nouns().forEach(word -> add(word, country));
        }
        countries.metonyms().entrySet().stream()
                .filter(metonym -> metonym.getKey().contains(" "))
                .forEach(metonym -> add(metonym.getKey(), metonym.getValue()));
        for (var row : organisations) {
            for (var i = 1; i < row.length; i++) {
                put(key(row[i]), Sender.organisation(row[0]));
            }
        }
    }

    /** A word of another language for a state; one in lower case is found in any. */
    void addState(String form, String iso2) {
        var key = key(form);
        put(key, Sender.state(iso2));
        if (form.equals(key)) {
            anyCase.add(key);
        }
    }

    private void add(String words, Country country) {
        var key = key(words);
        if (!key.startsWith("the ")) {
            put(key, Sender.state(country.iso2()));
        }
    }

    private void put(String key, Sender sender) {
        byWords.putIfAbsent(key, sender);
        firstWords.add(key.substring(0, (key + ' ').indexOf(' ')));
        lastWords.add(key.substring(key.lastIndexOf(' ') + 1));
    }

    private static String key(String words) {
        return words.toLowerCase(Locale.ROOT)
                .replaceAll("[-]", " - ")
                .replaceAll("\\s+", " ")
                .strip();
    }

    /** The longest sender whose last token is {@code last}. */
    Optional<Found> endingAt(List<Token> tokens, int last, boolean caseless) {
        if (!lastWords.contains(tokens.get(last).lower())) {
            return Optional.empty();
        }
        for (var start = Math.max(0, last - LONGEST + 1); start <= last; start++) {
            var found = between(tokens, start, last + 1, caseless);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** The state whose government goes by the token: "Moscow" in "Moscow's embassy". */
    Optional<Found> governmentAt(List<Token> tokens, int index) {
        var token = tokens.get(index);
        return token.isCapitalised()
                ? countries
                        .byMetonym(token.text())
                        .or(() -> countries.byCapital(token.text()))
                        .map(country -> new Found(Sender.state(country.iso2()), index, index + 1))
                : Optional.empty();
    }

    /** The longest sender whose first token is {@code first}. */
    Optional<Found> startingAt(List<Token> tokens, int first, boolean caseless) {
        if (!firstWords.contains(tokens.get(first).lower())) {
            return Optional.empty();
        }
        for (var end = Math.min(tokens.size(), first + LONGEST); end > first; end--) {
            var found = between(tokens, first, end, caseless);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private Optional<Found> between(List<Token> tokens, int start, int end, boolean caseless) {
        if (!firstWords.contains(tokens.get(start).lower())
                || !lastWords.contains(tokens.get(end - 1).lower())
                || isInsideName(tokens, start, end)) {
            return Optional.empty();
        }
        var key = words(tokens, start, end);
        if (!caseless && !tokens.get(start).isCapitalised() && !anyCase.contains(key)) {
            return Optional.empty();
        }
        return Optional.ofNullable(byWords.get(key)).map(sender -> new Found(sender, start, end));
    }

    private static String words(List<Token> tokens, int start, int end) {
        if (end - start == 1) {
            return tokens.get(start).lower();
        }
        var words = new StringJoiner(" ");
        for (var i = start; i < end; i++) {
            words.add(tokens.get(i).lower());
        }
        return words.toString();
    }

    /** The "AU" of "PORT-AU-PRINCE" is no organisation. */
    private static boolean isInsideName(List<Token> tokens, int start, int end) {
        return start > 0
                && end < tokens.size()
                && tokens.get(start - 1).is("-")
                && tokens.get(start - 1).touches(tokens.get(start))
                && tokens.get(end).is("-")
                && tokens.get(end - 1).touches(tokens.get(end));
    }
}
