package io.missionwatch.enrich.reference.imports;

import io.missionwatch.enrich.actors.Actor;
import io.missionwatch.enrich.actors.ActorLexicon;
import io.missionwatch.enrich.actors.ListedActor;
import io.missionwatch.enrich.names.NameIndex;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Keeps imported actors from claiming names that another has already. */
final class KnownNames {

    private static final int SHORTEST = 3;

    private final Map<String, String> owners = new HashMap<>();
    private final Set<String> ids;

    KnownNames(ActorLexicon lexicon) {
        lexicon.actors()
                .forEach(actor -> actor.aliases().forEach(alias -> owners.putIfAbsent(key(alias.text()), actor.id())));
        ids = lexicon.actors().stream().map(Actor::id).collect(Collectors.toUnmodifiableSet());
    }

    /** An actor of the lexicon has the id, so that another would take its place. */
    boolean hasId(String id) {
        return ids.contains(id);
    }

    /** Who goes by a name already. */
    Optional<String> owner(String name) {
        return Optional.ofNullable(owners.get(key(name)));
    }

    /** Those of the names that nobody else has and that a text can match, each once; they are the actor's from now on. */
    List<ListedActor.Name> free(String id, List<ListedActor.Name> names) {
        var free = new ArrayList<ListedActor.Name>();
        for (var name : names) {
            if (isMatchable(name.text()) && owners.putIfAbsent(key(name.text()), id) == null) {
                free.add(name);
            }
        }
        return free;
    }

    static boolean isMatchable(String name) {
        var letters = name.codePoints().filter(Character::isLetter).count();
        var words = 1
                + name.codePoints()
                        .filter(letter -> !Character.isLetterOrDigit(letter))
                        .count();
        return letters >= SHORTEST && words <= NameIndex.MOST_WORDS;
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
    }
}
