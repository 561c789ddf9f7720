package io.missionwatch.enrich.actors;

import io.missionwatch.enrich.actors.ActorLexicon.Named;
import io.missionwatch.enrich.actors.ActorTagger.Match;
import io.missionwatch.enrich.text.Token;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Decides which of several actors a name means: the one that the text has named in full, then the one at home where most of the text
 * plays, then the one that goes by the name everywhere.
 */
final class Choice {

    /** An actor and the reason why it is meant. */
    record Chosen(Actor actor, String reason) {}

    /** The matches that can mean one actor only. */
    List<CertainMatch> certain(List<Match> matches, Context context) {
        var certain = new ArrayList<CertainMatch>();
        for (var match : matches) {
            var named = match.named().get(0);
            if (meansOne(match) && named.alias().scope().holds(context)) {
                certain.add(new CertainMatch(match.span(), named.actor(), named.alias()));
            }
        }
        return certain;
    }

    private static boolean meansOne(Match match) {
        var first = match.named().get(0).actor().id();
        for (var named : match.named()) {
            if (!named.actor().id().equals(first)) {
                return false;
            }
        }
        return true;
    }

    /** A stretch of text that names one actor without doubt. */
    record CertainMatch(io.missionwatch.enrich.text.Span span, Actor actor, Alias alias) {}

    Optional<Chosen> of(Match match, Context context, Acronyms certain, Optional<Token> acronym) {
        var spelt = acronym.flatMap(token -> spelt(match, context, token));
        if (spelt.isPresent()) {
            return spelt.map(named -> new Chosen(named.actor(), "acronym-behind"));
        }
        return of(match, context, certain);
    }

    private static Optional<Chosen> of(Match match, Context context, Acronyms certain) {
        var candidates = new ArrayList<Named>(match.named().size());
        for (var named : match.named()) {
            if (named.alias().scope().holds(context) || certain.names(named.actor())) {
                candidates.add(named);
            }
        }
        if (candidates.isEmpty()) {
            return Optional.empty();
        }
        var defined = certain.meaning(match.span());
        if (defined.isPresent()) {
            return Optional.of(new Chosen(defined.get(), "acronym-defined"));
        }
        if (candidates.size() == 1) {
            return Optional.of(alone(candidates.get(0)));
        }
        var heard = candidates.stream()
                .filter(named -> certain.names(named.actor()))
                .toList();
        var home = candidates.stream()
                .filter(named -> named.alias().scope().isLocal())
                .max(Comparator.comparingInt(named -> weight(named, context)));
        var anywhere = candidates.stream()
                .filter(named -> !named.alias().scope().isLocal())
                .findFirst();
        if (home.isPresent() && (anywhere.isEmpty() || atHome(home.get(), context))) {
            var best = anywhere.isEmpty() && heard.size() == 1 ? heard.get(0) : home.get();
            return Optional.of(new Chosen(best.actor(), "name-in-context"));
        }
        return anywhere.or(() -> home).map(named -> new Chosen(named.actor(), "name"));
    }

    /** "National Liberation Army (ELN)": who has the acronym for a name too, wherever the text plays; of several, the best known. */
    private static Optional<Named> spelt(Match match, Context context, Token acronym) {
        var spelt = match.named().stream()
                .filter(named -> isCalled(named.actor(), acronym.text(), context))
                .toList();
        var here = spelt.stream()
                .filter(named -> named.alias().scope().holds(context))
                .toList();
        return (here.isEmpty() ? spelt : here)
                .stream()
                        .max(Comparator.comparingInt(
                                named -> named.actor().aliases().size()));
    }

    private static boolean isCalled(Actor actor, String acronym, Context context) {
        return actor.aliases().stream()
                .anyMatch(alias -> alias.text().equals(acronym) && alias.scope().holdsOn(context.day()));
    }

    private static Chosen alone(Named named) {
        return new Chosen(named.actor(), named.alias().scope().isLocal() ? "name-in-context" : "name");
    }

    private static boolean atHome(Named named, Context context) {
        return context.main().map(named.alias().scope().countries()::contains).orElse(false);
    }

    private static int weight(Named named, Context context) {
        return named.alias().scope().countries().stream()
                .mapToInt(context::weight)
                .sum();
    }
}
