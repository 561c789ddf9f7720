package io.missionwatch.enrich.actors;

import io.missionwatch.enrich.names.NameCase;
import io.missionwatch.enrich.places.Countries;
import io.missionwatch.enrich.places.Country;
import io.missionwatch.enrich.text.Resources;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * For every country its state, government, forces and police, named by the country's adjectives and the words of
 * {@code actors/offices.txt}: "Afghan interior ministry", "Kenya's police", "government of Mali".
 */
final class CountryActors {

    private final Countries countries;
    private final List<String> offices;

    CountryActors(Countries countries) {
        this.countries = countries;
        this.offices = Resources.lines("actors/offices.txt");
    }

    List<Actor> all() {
        return countries.all().stream().flatMap(this::of).toList();
    }

    private Stream<Actor> of(Country country) {
        var id = kebab(country.name());
        var state = new Actor(
                id,
                country.name(),
                ActorType.STATE,
                Optional.of(country.iso2()),
                Optional.empty(),
                List.of(),
                List.of());
        return Stream.of(
                state,
                body(country, id, "government", "Government of " + country.name(), ActorType.GOVERNMENT),
                body(country, id, "military", "Armed forces of " + country.name(), ActorType.MILITARY),
                body(country, id, "police", "Police of " + country.name(), ActorType.POLICE));
    }

    private Actor body(Country country, String state, String part, String name, ActorType type) {
        var aliases = new ArrayList<Alias>();
        for (var line : offices) {
            var cells = line.split("\\s*\\|\\s*", -1);
            if (cells[0].equals(part)) {
                for (var office : cells[1].split("\\s*;\\s*", -1)) {
                    names(country, office)
                            .forEach(text -> aliases.add(new Alias(text, NameCase.CAPITAL, Scope.ALWAYS)));
                }
            }
        }
        return new Actor(
                state + "-" + part, name, type, Optional.of(country.iso2()), Optional.of(state), aliases, List.of());
    }

    private static Stream<String> names(Country country, String office) {
        var byAdjective = country.adjectives().stream().map(adjective -> adjective + " " + office);
        var names = country.names().stream().filter(name -> name.length() <= 20).toList();
        var possessive = names.stream().map(name -> name + "'s " + office);
        var before = names.stream()
                .filter(name -> name.equals(name.toUpperCase(Locale.ROOT)))
                .map(name -> name + " " + office);
        return Stream.of(byAdjective, possessive, before).flatMap(s -> s);
    }

    static String kebab(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", "-")
                .replaceAll("^-|-$", "");
    }
}
