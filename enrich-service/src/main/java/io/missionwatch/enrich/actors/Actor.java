package io.missionwatch.enrich.actors;

import java.util.List;
import java.util.Optional;

/**
 * A person, group or state that acts in the news, with every name it goes by.
 *
 * @param id stable, in kebab case
 * @param country ISO 3166-1 alpha-2 code of its home
 * @param parent id of the actor it belongs to
 * @param types the type it has at times and in places other than usual: the Taliban govern since 2021
 */
public record Actor(
        String id,
        String name,
        ActorType type,
        Optional<String> country,
        Optional<String> parent,
        List<Alias> aliases,
        List<TypeChange> types) {

    public Actor {
        aliases = List.copyOf(aliases);
        types = List.copyOf(types);
    }

    /** A type that holds within a scope instead of the usual one. */
    public record TypeChange(ActorType type, Scope scope) {}

    ActorType typeIn(Context context) {
        for (var change : types) {
            if (change.scope().holds(context)) {
                return change.type();
            }
        }
        return type;
    }
}
