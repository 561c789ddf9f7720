package io.missionwatch.bench.accuracy;

import io.missionwatch.enrich.actors.Actor;
import io.missionwatch.enrich.actors.ActorLexicon;
import io.missionwatch.enrich.actors.ActorTag;
import io.missionwatch.enrich.actors.ActorType;
import io.missionwatch.enrich.actors.Alias;
import java.util.List;

/** What a search for the lexicon's names finds: each name letter by letter as it is written there, and nothing else. */
final class PlainNames {

    private final List<Actor> groups;

    PlainNames(ActorLexicon lexicon) {
        groups = lexicon.actors().stream()
                .filter(actor -> actor.type() == ActorType.ARMED_GROUP)
                .toList();
    }

    List<ActorTag> in(String text) {
        return groups.stream()
                .filter(group -> group.aliases().stream().map(Alias::text).anyMatch(name -> stands(text, name)))
                .map(group -> new ActorTag(group.id(), group.name(), group.type(), group.country(), List.of()))
                .toList();
    }

    private static boolean stands(String text, String name) {
        int at = text.indexOf(name);
        return at >= 0 && !isLetter(text, at - 1) && !isLetter(text, at + name.length());
    }

    private static boolean isLetter(String text, int at) {
        return at >= 0 && at < text.length() && Character.isLetterOrDigit(text.charAt(at));
    }
}
