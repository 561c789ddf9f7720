package io.missionwatch.enrich.actors;

import io.missionwatch.enrich.text.Document;
import io.missionwatch.enrich.text.Token;
import io.missionwatch.enrich.text.WordSet;
import java.util.List;

/** Whether the words beside a name let it be an actor: not in "anti-Taliban" nor in "Taliban-held". */
final class Surroundings {

    private static final WordSet BEFORE = WordSet.of("anti", "pro", "non", "post", "pre");
    private static final WordSet AFTER =
            WordSet.of("held", "controlled", "run", "style", "inspired", "like", "era", "free", "ruled", "occupied");

    private Surroundings() {}

    static boolean nameActor(Document document, Match match) {
        var tokens = document.tokens();
        if (isParted(document, match)) {
            return false;
        }
        int at = match.first();
        boolean joined =
                at >= 2 && tokens.get(at - 1).is("-") && tokens.get(at - 2).touches(tokens.get(at - 1));
        if (joined && BEFORE.has(tokens.get(at - 2))) {
            return false;
        }
        int after = match.after();
        if (isShouted(document, match)) {
            return false;
        }
        if (joined && after + 1 < tokens.size() && isHyphenated(tokens, after)) {
            return false;
        }
        return after + 1 >= tokens.size() || !tokens.get(after).is("-") || !AFTER.has(tokens.get(after + 1));
    }

    /** A sentence ends within the name: "He flew to the U.K. Officials met him." */
    private static boolean isParted(Document document, Match match) {
        int at = match.first();
        var tokens = document.tokens();
        if (at >= tokens.size() || !tokens.get(at).text().endsWith(".")) {
            return false;
        }
        return document.sentenceOf(match.span())
                .filter(sentence -> sentence.span().end() < match.span().end())
                .isPresent();
    }

    /** "YOU CANNOT CONTROL WHAT IS WILD": a word of a slogan in capitals is no acronym. */
    private static boolean isShouted(Document document, Match match) {
        var tokens = document.tokens();
        return match.first() >= 1
                && match.after() < tokens.size()
                && isLoud(tokens.get(match.first() - 1))
                && isLoud(tokens.get(match.after()))
                && CommonWords.has(document.text(match.span()));
    }

    private static boolean isLoud(Token token) {
        return token.isWord() && token.text().length() > 1 && token.isUpperCase();
    }

    /** The "AU" of "Port-au-Prince" is part of another name. */
    private static boolean isHyphenated(List<Token> tokens, int after) {
        return tokens.get(after).is("-")
                && tokens.get(after - 1).touches(tokens.get(after))
                && tokens.get(after).touches(tokens.get(after + 1));
    }
}
