package io.missionwatch.enrich.actors;

import io.missionwatch.enrich.names.NameCase;
import io.missionwatch.enrich.places.Countries;
import io.missionwatch.enrich.places.Country;
import io.missionwatch.enrich.text.Resources;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * For every country its state, government, forces and police, named by the country's adjectives and the words of
 * {@code actors/offices.txt}: "Afghan interior ministry", "Kenya's police", "government of Mali".
 */
final class CountryActors {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern GAPS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern EDGES = Pattern.compile("^-|-$");

    private final Countries countries;
    private final Map<String, List<String>> offices = new HashMap<>();

    /** A kind of body that every country has. */
    private enum Part {
        GOVERNMENT("Government of "),
        MILITARY("Armed forces of "),
        POLICE("Police of ");

        private final String title;

        Part(String title) {
            this.title = title;
        }

        ActorType type() {
            return ActorType.valueOf(name());
        }

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    CountryActors(Countries countries) {
        this.countries = countries;
        for (var line : Resources.lines("actors/offices.txt")) {
            var cells = line.split("\\s*\\|\\s*", -1);
            offices.computeIfAbsent(cells[0], part -> new ArrayList<>())
                    .addAll(List.of(cells[1].split("\\s*;\\s*", -1)));
        }
    }

    /** All of them; a name that a listed actor has is left to that one. */
    List<Actor> all(List<Actor> listed) {
        var taken = listed.stream()
                .flatMap(actor -> actor.aliases().stream())
                .map(alias -> letters(alias.text()))
                .collect(Collectors.toSet());
        return countries.all().stream().flatMap(country -> of(country, taken)).toList();
    }

    private Stream<Actor> of(Country country, Set<String> taken) {
        var state = new Actor(
                kebab(country.name()),
                country.name(),
                ActorType.STATE,
                Optional.of(country.iso2()),
                Optional.empty(),
                List.of(),
                List.of());
        return Stream.concat(Stream.of(state), Stream.of(Part.values()).map(part -> body(country, state, part, taken)));
    }

    private Actor body(Country country, Actor state, Part part, Set<String> taken) {
        var aliases = offices.getOrDefault(part.word(), List.of()).stream()
                .flatMap(office -> names(country, office))
                .filter(name -> !taken.contains(letters(name)))
                .map(name -> new Alias(name, NameCase.CAPITAL, Scope.ALWAYS))
                .toList();
        return new Actor(
                state.id() + "-" + part.word(),
                part.title + country.name(),
                part.type(),
                state.country(),
                Optional.of(state.id()),
                aliases,
                List.of());
    }

    private static Stream<String> names(Country country, String office) {
        var byAdjective = country.adjectives().stream().map(adjective -> adjective + " " + office);
        var names = country.names().stream()
                .filter(name -> name.length() <= 20 && name.indexOf('(') < 0)
                .toList();
        var possessive = names.stream().map(name -> name + "'s " + office);
        var before = names.stream()
                .filter(name -> name.equals(name.toUpperCase(Locale.ROOT)))
                .map(name -> name + " " + office);
        return Stream.of(byAdjective, possessive, before).flatMap(s -> s);
    }

    /** What is left of a name without case, blanks and points: "U. S. Army" and "US army" are one. */
    private static String letters(String name) {
        var letters = new StringBuilder(name.length());
        for (int at = 0, letter; at < name.length(); at += Character.charCount(letter)) {
            letter = name.codePointAt(at);
            if (Character.isLetterOrDigit(letter)) {
                letters.appendCodePoint(Character.toLowerCase(letter));
            }
        }
        return letters.toString();
    }

    static String kebab(String name) {
        var letters = MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        return EDGES.matcher(GAPS.matcher(letters).replaceAll("-")).replaceAll("");
    }
}
