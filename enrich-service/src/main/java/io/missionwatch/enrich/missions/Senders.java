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

    private final Countries countries;
    private final Map<String, Sender> byWords = new HashMap<>();
    private final Set<String> anyCase = new HashSet<>();
    /** How many words the longest sender has that begins with a word. */
    private final Map<String, Integer> longestFrom = new HashMap<>();
    /** The same of those that end with a word. */
    private final Map<String, Integer> longestTo = new HashMap<>();

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
        var words = key.split(" ", -1);
        longestFrom.merge(words[0], words.length, Math::max);
        longestTo.merge(words[words.length - 1], words.length, Math::max);
    }

    private static String key(String words) {
        return words.toLowerCase(Locale.ROOT)
                .replaceAll("[-]", " - ")
                .replaceAll("\\s+", " ")
                .strip();
    }

    /** The longest sender whose last token is {@code last}. */
    Optional<Found> endingAt(List<Token> tokens, int last, boolean caseless) {
        var longest = longestTo.getOrDefault(tokens.get(last).lower(), 0);
        for (var start = Math.max(0, last - longest + 1); start <= last; start++) {
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
        var longest = longestFrom.getOrDefault(tokens.get(first).lower(), 0);
        for (var end = Math.min(tokens.size(), first + longest); end > first; end--) {
            var found = between(tokens, first, end, caseless);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private Optional<Found> between(List<Token> tokens, int start, int end, boolean caseless) {
        if (end - start > longestFrom.getOrDefault(tokens.get(start).lower(), 0)
                || end - start > longestTo.getOrDefault(tokens.get(end - 1).lower(), 0)
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
