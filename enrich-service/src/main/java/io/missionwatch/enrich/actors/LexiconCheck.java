package io.missionwatch.enrich.actors;

import io.missionwatch.enrich.places.Countries;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds what is wrong with a list of actors: ids used twice, names that two actors claim for the same texts, names that no text can
 * ever match, parents and countries that do not exist. Each fault is a sentence that names the actor.
 */
public final class LexiconCheck {

    private final List<Actor> actors;
    private final Countries countries;
    private final Set<String> faults = new LinkedHashSet<>();

    private LexiconCheck(List<Actor> actors, Countries countries) {
        this.actors = List.copyOf(actors);
        this.countries = countries;
    }

    /** The faults, in the order of the actors; empty if there are none. */
    public static List<String> faults(List<Actor> actors, Countries countries) {
        var check = new LexiconCheck(actors, countries);
        check.ids();
        check.references();
        check.names();
        return List.copyOf(check.faults);
    }

    private void ids() {
        var seen = new LinkedHashSet<String>();
        for (var actor : actors) {
            if (!seen.add(actor.id())) {
                faults.add("Actor " + actor.id() + " stands twice.");
            }
            if (!actor.id().matches("[\\p{Ll}\\p{N}]+(-[\\p{Ll}\\p{N}]+)*")) {
                faults.add("Actor " + actor.id() + " has an id that is not in kebab case.");
            }
        }
        for (var actor : actors) {
            actor.parent()
                    .filter(parent -> !seen.contains(parent))
                    .ifPresent(parent ->
                            faults.add("Actor " + actor.id() + " has a parent that is not there: " + parent + "."));
        }
    }

    private void references() {
        for (var actor : actors) {
            actor.country().ifPresent(iso2 -> country(actor, iso2));
            actor.aliases().forEach(alias -> alias.scope().countries().forEach(iso2 -> country(actor, iso2)));
        }
    }

    private void country(Actor actor, String iso2) {
        if (countries.country(iso2).isEmpty()) {
            faults.add("Actor " + actor.id() + " speaks of a country that is not there: " + iso2 + ".");
        }
    }

    /** Looks each name up as a text would be: what comes back tells whether it is found, and who else answers to it. */
    private void names() {
        var lexicon = ActorLexicon.of(actors, countries);
        for (var actor : actors) {
            for (var alias : actor.aliases()) {
                check(actor, alias, lexicon);
            }
        }
    }

    private void check(Actor actor, Alias alias, ActorLexicon lexicon) {
        var whole = new ArrayList<ActorLexicon.Named>();
        lexicon.index().forEachMatch(alias.text(), (start, end, id) -> {
            boolean all = start == 0 && end >= letters(alias.text());
            if (all && lexicon.entry(id) instanceof ActorLexicon.Named named) {
                whole.add(named);
            }
        });
        if (whole.stream().noneMatch(named -> named.actor().id().equals(actor.id()))) {
            faults.add("Actor " + actor.id() + " has a name that no text matches: " + alias.text() + ".");
        }
        var others = new HashMap<String, Alias>();
        whole.stream()
                .filter(named -> !named.actor().id().equals(actor.id()))
                .forEach(named -> others.putIfAbsent(named.actor().id(), named.alias()));
        others.forEach((id, other) -> clash(actor, alias, id, other));
    }

    private void clash(Actor actor, Alias alias, String otherId, Alias other) {
        if (actor.id().compareTo(otherId) < 0 && overlap(alias.scope(), other.scope())) {
            faults.add("Actors " + actor.id() + " and " + otherId + " both claim the name " + alias.text()
                    + ": give one of them a scope.");
        }
    }

    /** Both hold in one text: neither is bound to countries, or both to one, at one time. */
    private static boolean overlap(Scope one, Scope other) {
        if (one.isLocal() != other.isLocal()) {
            return false;
        }
        boolean place = !one.isLocal() || one.countries().stream().anyMatch(other.countries()::contains);
        return place && startsBeforeEnd(one, other) && startsBeforeEnd(other, one);
    }

    private static boolean startsBeforeEnd(Scope one, Scope other) {
        return one.from().isEmpty()
                || other.until().isEmpty()
                || one.from().get().isBefore(other.until().get());
    }

    private static int letters(String name) {
        int end = name.length();
        while (end > 0 && !Character.isLetterOrDigit(name.charAt(end - 1))) {
            end--;
        }
        return end;
    }

    /** How many actors there are of each type. */
    public static Map<ActorType, Long> census(List<Actor> actors) {
        return actors.stream()
                .collect(java.util.stream.Collectors.groupingBy(
                        Actor::type, java.util.TreeMap::new, java.util.stream.Collectors.counting()));
    }
}
