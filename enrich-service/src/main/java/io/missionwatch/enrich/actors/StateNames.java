package io.missionwatch.enrich.actors;

import io.missionwatch.enrich.actors.ActorTagger.Match;
import io.missionwatch.enrich.text.Document;
import io.missionwatch.enrich.text.Field;
import io.missionwatch.enrich.text.Resources;
import io.missionwatch.enrich.text.Span;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Country names that stand for the state that acts ("Russia condemned") and not for the place ("in Russia", "Kabul, Afghanistan"). */
final class StateNames {

    private static final Set<String> PLACING = Set.copyOf(Resources.lines("actors/placing-words.txt"));
    private static final Set<String> ACTING = Set.copyOf(Resources.lines("actors/state-verbs.txt"));
    /** Verbs that are plural nouns too, with the words that tell the verb. */
    private static final Map<String, Set<String>> ACTING_ON =
            Resources.lines("actors/state-verbs-or-nouns.txt").stream()
                    .map(line -> List.of(line.split(" +", -1)))
                    .collect(Collectors.toUnmodifiableMap(
                            words -> words.get(0), words -> Set.copyOf(words.subList(1, words.size()))));

    private final ActorLexicon lexicon;

    StateNames(ActorLexicon lexicon) {
        this.lexicon = lexicon;
    }

    void find(Document document, TokenFinder tokens, List<Match> found, TagCollector tags) {
        var names = found.stream().map(match -> Start.of(match.span())).collect(Collectors.toSet());
        for (var match : found) {
            match.country()
                    .filter(word -> !word.adjective() && acts(tokens, match.span(), names))
                    .flatMap(word -> lexicon.state(word.iso2()))
                    .ifPresent(state -> tags.add(state, match.span(), "state-acts"));
        }
    }

    /** Where a name begins. */
    private record Start(Field field, int offset) {
        static Start of(Span span) {
            return new Start(span.field(), span.start());
        }
    }

    private static boolean acts(TokenFinder tokens, Span country, Set<Start> names) {
        var before = tokens.before(country);
        var skippedArticle = before.equals("the") ? earlier(tokens, country) : before;
        if (PLACING.contains(skippedArticle)) {
            return false;
        }
        var verb = tokens.following(country, 0);
        return ACTING.contains(verb) || actsOn(tokens, country, names) || isAboutTo(tokens, country);
    }

    /** "Mali attacks the town", not "Mali attacks kill two": what may be a plural noun is a verb where an object follows it. */
    private static boolean actsOn(TokenFinder tokens, Span country, Set<Start> names) {
        var telling = ACTING_ON.get(tokens.following(country, 0));
        var object = tokens.after(country) + 1;
        return telling != null
                && (telling.contains(tokens.following(country, 1))
                        || (object < tokens.size()
                                && names.contains(Start.of(tokens.get(object).span()))));
    }

    /** "Norway to close its embassy", as headlines have it. */
    private static boolean isAboutTo(TokenFinder tokens, Span country) {
        boolean headline = country.field() == Field.TITLE || country.start() == 0;
        if (!headline || !tokens.following(country, 0).equals("to")) {
            return false;
        }
        var verb = tokens.following(country, 1);
        return ACTING.contains(verb + "s") || ACTING.contains(verb + "es") || ACTING_ON.containsKey(verb + "s");
    }

    private static String earlier(TokenFinder tokens, Span country) {
        int at = tokens.at(country) - 2;
        return at >= 0 ? tokens.get(at).lower() : "";
    }
}
