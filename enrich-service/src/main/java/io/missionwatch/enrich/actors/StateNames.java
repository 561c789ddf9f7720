package io.missionwatch.enrich.actors;

import io.missionwatch.enrich.actors.ActorTagger.Match;
import io.missionwatch.enrich.text.Document;
import io.missionwatch.enrich.text.Resources;
import java.util.List;
import java.util.Set;

/** Country names that stand for the state that acts ("Russia condemned") and not for the place ("in Russia", "Kabul, Afghanistan"). */
final class StateNames {

    private static final Set<String> PLACING = Set.copyOf(Resources.lines("actors/placing-words.txt"));
    private static final Set<String> ACTING = Set.copyOf(Resources.lines("actors/state-verbs.txt"));

    private final ActorLexicon lexicon;

    StateNames(ActorLexicon lexicon) {
        this.lexicon = lexicon;
    }

    void find(Document document, TokenFinder tokens, List<Match> found, TagCollector tags) {
        for (var match : found) {
            match.country()
                    .filter(word -> !word.adjective() && acts(tokens, match))
                    .flatMap(word -> lexicon.state(word.iso2()))
                    .ifPresent(state -> tags.add(state, match.span(), "state-acts"));
        }
    }

    private static boolean acts(TokenFinder tokens, Match match) {
        var before = tokens.before(match.span());
        var skippedArticle = before.equals("the") ? earlier(tokens, match) : before;
        return !PLACING.contains(skippedArticle) && ACTING.contains(tokens.following(match.span(), 0));
    }

    private static String earlier(TokenFinder tokens, Match match) {
        int at = tokens.at(match.span()) - 2;
        return at >= 0 ? tokens.get(at).lower() : "";
    }
}
