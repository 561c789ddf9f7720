package io.missionwatch.enrich.actors;

import io.missionwatch.enrich.text.Document;
import io.missionwatch.enrich.text.Field;
import io.missionwatch.enrich.text.Resources;
import io.missionwatch.enrich.text.Token;
import io.missionwatch.enrich.text.WordMap;
import io.missionwatch.enrich.text.WordSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Country names that stand for the state that acts ("Russia condemned") and not for the place ("in Russia", "Kabul, Afghanistan"). */
final class StateNames {

    private static final WordSet PLACING = WordSet.read("actors/placing-words.txt");
    private static final WordSet ACTING = WordSet.read("actors/state-verbs.txt");
    private static final WordSet NOTHING = WordSet.of();
    /** Verbs that are plural nouns too, with the words that tell the verb. */
    private static final WordMap<WordSet> ACTING_ON =
            WordMap.of(Resources.lines("actors/state-verbs-or-nouns.txt").stream()
                    .map(line -> List.of(line.split(" +", -1)))
                    .collect(Collectors.toMap(
                            words -> words.get(0), words -> WordSet.of(words.subList(1, words.size())))));

    private final ActorLexicon lexicon;

    StateNames(ActorLexicon lexicon) {
        this.lexicon = lexicon;
    }

    void find(Document document, List<Match> found, TagCollector tags) {
        for (int at = 0; at < found.size(); at++) {
            var match = found.get(at);
            if (match.country().isPresent()
                    && !match.country().get().adjective()
                    && acts(document.tokens(), found, at)) {
                lexicon.state(match.country().get().iso2())
                        .ifPresent(state -> tags.add(state, match.span(), "state-acts"));
            }
        }
    }

    private static boolean acts(List<Token> tokens, List<Match> found, int at) {
        var country = found.get(at);
        return !isPlaced(tokens, country)
                && word(tokens, country, 0)
                        .filter(verb ->
                                ACTING.has(verb) || actsOn(tokens, found, at, verb) || isAboutTo(tokens, country, verb))
                        .isPresent();
    }

    /** "in Russia", "in the Central African Republic". */
    private static boolean isPlaced(List<Token> tokens, Match country) {
        int before = country.first() - 1;
        if (before < 0 || tokens.get(before).field() != country.span().field()) {
            return false;
        }
        return tokens.get(before).is("the")
                ? before > 0 && PLACING.has(tokens.get(before - 1))
                : PLACING.has(tokens.get(before));
    }

    /** The word after the country's name, counted from zero. */
    private static Optional<Token> word(List<Token> tokens, Match country, int number) {
        int at = country.after() + number;
        return at < tokens.size() && tokens.get(at).field() == country.span().field()
                ? Optional.of(tokens.get(at))
                : Optional.empty();
    }

    /** "Mali attacks the town", not "Mali attacks kill two": what may be a plural noun is a verb where an object follows it. */
    private static boolean actsOn(List<Token> tokens, List<Match> found, int at, Token verb) {
        var telling = ACTING_ON.get(verb, NOTHING);
        if (telling == NOTHING) {
            return false;
        }
        var country = found.get(at);
        return word(tokens, country, 1).filter(telling::has).isPresent()
                || isName(tokens, found, at, country.after() + 1);
    }

    /** Some name begins at a token behind a match. */
    private static boolean isName(List<Token> tokens, List<Match> found, int match, int token) {
        for (int at = match + 1; at < found.size() && found.get(at).first() <= token; at++) {
            var name = found.get(at);
            if (name.first() == token
                    && name.span().start() == tokens.get(token).start()) {
                return true;
            }
        }
        return false;
    }

    /** "Norway to close its embassy", as headlines have it. */
    private static boolean isAboutTo(List<Token> tokens, Match country, Token next) {
        boolean headline =
                country.span().field() == Field.TITLE || country.span().start() == 0;
        if (!headline || !next.is("to")) {
            return false;
        }
        var verb = word(tokens, country, 1);
        return verb.isPresent() && actsInHeadlines(verb.get().lower());
    }

    private static boolean actsInHeadlines(String verb) {
        return ACTING.has(verb + "s") || ACTING.has(verb + "es") || ACTING_ON.get(verb + "s", NOTHING) != NOTHING;
    }
}
