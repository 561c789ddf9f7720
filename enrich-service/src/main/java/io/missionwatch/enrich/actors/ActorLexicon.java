package io.missionwatch.enrich.actors;

import io.missionwatch.enrich.names.NameCase;
import io.missionwatch.enrich.names.NameIndex;
import io.missionwatch.enrich.places.Countries;
import io.missionwatch.enrich.text.Resources;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All actors that are known by name, with the index that finds their names in a text. Immutable; load once and share. */
public final class ActorLexicon {

    /** What a name in the index stands for. */
    sealed interface Entry permits Named, CountryWord, NoActor {}

    /** A name of an actor. */
    record Named(Actor actor, Alias alias) implements Entry {
        Scope scope() {
            return alias.scope();
        }
    }

    /** A country's name or adjective: it tells what the text is about, and a name may be the state that acts. */
    record CountryWord(String iso2, boolean adjective) implements Entry {}

    /** Words that only look like an actor's name. */
    record NoActor() implements Entry {}

    private final Map<String, Actor> actors;
    private final Map<String, Actor> states;
    private final List<Entry> entries;
    private final NameIndex index;

    private ActorLexicon(List<Actor> all, Countries countries) {
        var byId = new LinkedHashMap<String, Actor>();
        all.forEach(actor -> byId.put(actor.id(), actor));
        this.actors = java.util.Collections.unmodifiableMap(byId);
        var byCountry = new LinkedHashMap<String, Actor>();
        all.stream()
                .filter(actor -> actor.type() == ActorType.STATE)
                .forEach(actor -> actor.country().ifPresent(iso2 -> byCountry.putIfAbsent(iso2, actor)));
        this.states = Map.copyOf(byCountry);
        this.entries = new ArrayList<>();
        this.index = index(countries);
    }

    /** The built-in actors: the lexicon files, and every country's state, government, forces and police. */
    public static ActorLexicon load(Countries countries) {
        return of(builtIn(countries), countries);
    }

    /** The built-in actors as a list, to which an operator's additions can be joined. */
    public static List<Actor> builtIn(Countries countries) {
        var listed = ActorFiles.builtIn();
        var all = new ArrayList<>(listed);
        all.addAll(new CountryActors(countries).all(listed));
        return List.copyOf(all);
    }

    /** Of two actors with one id the later counts; of two with one name and no scope to part them, the earlier. */
    public static ActorLexicon of(List<Actor> actors, Countries countries) {
        return new ActorLexicon(actors, countries);
    }

    private NameIndex index(Countries countries) {
        var builder = NameIndex.builder();
        actors.values()
                .forEach(actor -> actor.aliases().forEach(alias -> {
                    entries.add(new Named(actor, alias));
                    builder.add(alias.text(), entries.size() - 1, alias.policy());
                }));
        countries.names().forEach((name, country) -> {
            entries.add(new CountryWord(country.iso2(), false));
            builder.add(withoutArticle(name), entries.size() - 1);
        });
        countries.demonyms().forEach((word, country) -> {
            entries.add(new CountryWord(country.iso2(), true));
            builder.add(word, entries.size() - 1);
        });
        Resources.lines("actors/not-actors.txt").forEach(phrase -> {
            entries.add(new NoActor());
            builder.add(phrase, entries.size() - 1, NameCase.CAPITAL);
        });
        return builder.build();
    }

    /** "The US" must not swallow the beginning of "the US Army". */
    private static String withoutArticle(String name) {
        return name.regionMatches(true, 0, "the ", 0, 4) ? name.substring(4) : name;
    }

    NameIndex index() {
        return index;
    }

    Entry entry(int id) {
        return entries.get(id);
    }

    /** All actors, in the order of the files. */
    public List<Actor> actors() {
        return List.copyOf(actors.values());
    }

    public Optional<Actor> actor(String id) {
        return Optional.ofNullable(actors.get(id));
    }

    /** The state of a country. */
    public Optional<Actor> state(String iso2) {
        return Optional.ofNullable(states.get(iso2));
    }
}
