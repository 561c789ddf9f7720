package io.missionwatch.enrich.actors;

import io.missionwatch.enrich.text.Sentence;
import io.missionwatch.enrich.text.Token;
import io.missionwatch.enrich.text.WordSet;
import java.util.List;
import java.util.Locale;

/** Finds people without a name of their own who are called by what moves them: "suspected anti-Muslim extremists", "a white extremist". */
final class Extremists {

    static final WordSet NOUNS = WordSet.read("actors/extremist-nouns.txt");
    private static final WordSet CAUSES = WordSet.read("actors/extremist-causes.txt");
    private static final WordSet SIDES = WordSet.read("actors/extremist-sides.txt");

    private Extremists() {}

    static void find(List<Sentence> sentences, TagCollector tags) {
        for (var sentence : sentences) {
            var tokens = sentence.tokens();
            for (int at = NOUNS.next(tokens, 1); at < tokens.size(); at = NOUNS.next(tokens, at + 1)) {
                tag(sentence, at, tags);
            }
        }
    }

    private static void tag(Sentence sentence, int noun, TagCollector tags) {
        var tokens = sentence.tokens();
        int start = start(tokens, noun);
        if (start < noun) {
            var span = tokens.get(start).span().to(tokens.get(noun).span());
            tags.add(UnlistedGroups.group(name(tokens, start, noun)), span, "called-by-cause");
        }
    }

    /** The cause before the noun: one word of the list, or a side taken and what it is for or against, which may be two words. */
    private static int start(List<Token> tokens, int noun) {
        for (int side = noun - 2; side >= Math.max(0, noun - 4); side--) {
            if (SIDES.has(tokens.get(side)) && tokens.get(side + 1).is("-")) {
                return side;
            }
        }
        return CAUSES.has(tokens.get(noun - 1)) ? noun - 1 : noun;
    }

    private static String name(List<Token> tokens, int start, int noun) {
        var name = new StringBuilder();
        for (int at = start; at < noun; at++) {
            boolean joined = at == start || tokens.get(at - 1).touches(tokens.get(at));
            name.append(joined ? "" : " ").append(capitalised(tokens.get(at).text()));
        }
        return name.append(" extremists").toString();
    }

    private static String capitalised(String word) {
        return word.length() < 3 && !word.equals("-")
                ? word
                : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }
}
